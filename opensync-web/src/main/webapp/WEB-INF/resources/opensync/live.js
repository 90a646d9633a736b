/* Keeps the sessions list, the session in view and the figures up to date: the server says that something changed, the page
   reads the same address again and takes over what is new. */
(() => {
  "use strict";
  const opensync = (window.opensync = window.opensync || {});
  /* While one answer is being read, any number of further changes costs one more request for each area. */
  let reading = false;
  const due = new Set();
  let opened = false;
  let connected = false;
  let later = 0;
  const RETRY_MILLIS = 5000;

  const live = () => document.getElementById("live");
  /* The session comes before the list beside it. */
  const areas = () => [...document.querySelectorAll("[data-live]")].reverse();

  const show = (on) => {
    const mark = live();
    if (!mark) return;
    mark.className = on ? "live on" : "live off";
    const text = on ? mark.dataset.on : mark.dataset.off;
    if (mark.textContent !== text) mark.textContent = text;
  };

  const read = async (url) => {
    const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (answer.redirected && new URL(answer.url).pathname !== new URL(url, document.baseURI).pathname) {
      location.assign(location.href); // signed out meanwhile: the server leads to sign-in and back
      return null;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // The list beside a session has a state of its own, with which the forms of the session could not be restored.
    if (new URL(url, document.baseURI).pathname === location.pathname) takeState(page);
    return page;
  };

  /* The server keeps the state of the last few pages only, so the forms here go on with that of the newest. Where PrimeFaces
     is loaded, it knows no other nonce than the first. */
  const takeState = (page) => {
    if (window.PrimeFaces) return;
    for (const name of ["jakarta.faces.ViewState", "primefaces.nonce"]) {
      const fresh = page.querySelector(`input[name="${name}"]`);
      if (!fresh) continue;
      for (const field of document.querySelectorAll(`input[name="${name}"]`)) field.value = fresh.value;
    }
  };

  /* Inserts above the reader's place must not move it. Browsers with scroll anchoring do this by themselves. */
  const keepingPlace = (change) => {
    const anchor = window.scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : null;
    const before = anchor && anchor.getBoundingClientRect().top;
    change();
    if (anchor && anchor.isConnected) {
      const moved = anchor.getBoundingClientRect().top - before;
      if (moved !== 0) window.scrollBy(0, moved);
    }
  };

  const ready = (element) => {
    opensync.times(element);
    if (opensync.decorate) opensync.decorate(element);
  };

  /* More has changed than one page holds, so between that page and what is shown here something would be missing. */
  const startAnew = (list, page) => {
    list.replaceChildren();
    const more = document.getElementById(list.dataset.more);
    if (more) more.parentElement.remove();
    const next = page.getElementById("more");
    if (!next) return;
    next.id = list.dataset.more;
    list.after(next.parentElement);
  };

  const tellRows = (page) => {
    const shown = document.getElementById("countShown");
    const all = page.getElementById("countAll");
    if (shown) shown.textContent = document.getElementById("sessions").children.length;
    if (shown && all) document.getElementById("countAll").textContent = all.textContent;
    document.dispatchEvent(new CustomEvent("opensync:rows"));
  };

  const saying = (row) =>
    [
      row.querySelector("time").dateTime,
      row.querySelector(".t").textContent,
      row.dataset.eval,
      row.dataset.shared,
      ...[...row.querySelectorAll(".mark")].map((mark) => mark.textContent),
    ].join();

  /* What the reader is doing with a row goes on in the new one. */
  const replaceRow = (old, row) => {
    const picked = old.querySelector(".pick input");
    if (picked) row.querySelector(".pick input").checked = picked.checked;
    const focused = old.contains(document.activeElement);
    old.remove();
    return focused;
  };

  const isRenamed = (row) => row.querySelector("form.retitle") !== null;

  const takeRows = (list, page) => {
    const rows = [...page.querySelectorAll("#sessions > li")];
    if (rows.length === 0) return;
    const known = new Map([...list.children].map((row) => [row.dataset.id, row]));
    keepingPlace(() => {
      if (page.getElementById("more") && !rows.some((row) => known.has(row.dataset.id))) startAnew(list, page);
      let place = list.firstElementChild;
      for (const row of rows) {
        const old = known.get(row.dataset.id);
        if (old && old === place) place = place.nextElementSibling;
        if (old && old.isConnected && (saying(old) === saying(row) || isRenamed(old))) {
          if (old.nextElementSibling !== place) list.insertBefore(old, place);
          continue;
        }
        ready(row);
        row.className = "fresh";
        const focused = old && replaceRow(old, row);
        list.insertBefore(row, place);
        if (focused) row.querySelector("a").focus({ preventScroll: true });
      }
      if (!page.getElementById("more")) {
        const listed = new Set(rows.map((row) => row.dataset.id));
        for (const row of [...list.children]) if (!listed.has(row.dataset.id)) row.remove();
      }
      list.hidden = false;
      const none = document.getElementById("noSessions");
      if (none) none.remove();
    });
    tellRows(page);
  };

  const order = (message) => [Number(message.dataset.created), Number(message.dataset.sequence)];
  const comesAfter = (a, b) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

  const placeMessage = (list, message) => {
    const at = order(message);
    let before = null;
    for (let other = list.lastElementChild; other && comesAfter(order(other), at); other = other.previousElementSibling) {
      before = other;
    }
    list.insertBefore(message, before);
  };

  const keepFolds = (from, to) => {
    const folds = to.querySelectorAll("details");
    from.querySelectorAll("details").forEach((fold, i) => {
      if (folds[i]) folds[i].open = fold.open;
    });
  };

  /* A part that shows nothing else than before is left alone, so that nothing moves under the reader's hand. */
  const takeParts = (area, page) => {
    const fresh = page.querySelector("[data-live=parts]");
    if (!fresh) return;
    const css = "section[id]";
    const ids = (root) => [...root.querySelectorAll(css)].map((part) => part.id).join();
    if (ids(area) !== ids(fresh)) {
      area.replaceChildren(...fresh.childNodes);
      opensync.times(area);
      return;
    }
    for (const part of fresh.querySelectorAll(css)) {
      const old = document.getElementById(part.id);
      opensync.times(part);
      if (old.textContent === part.textContent && !old.querySelector("svg")) continue;
      if (old.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")) continue;
      keepFolds(old, part);
      const controls = "a, button, input, select, summary, [tabindex]";
      const focused = [...old.querySelectorAll(controls)].indexOf(document.activeElement);
      old.replaceWith(part);
      if (focused >= 0) part.querySelectorAll(controls)[focused]?.focus({ preventScroll: true });
    }
  };

  const told = (header) =>
    header.textContent + [...header.querySelectorAll("[aria-pressed]")].map((button) => button.getAttribute("aria-pressed"));

  /* Only if it tells something new, and not while its owner is doing something with it. */
  const takeHeader = (page) => {
    const old = document.getElementById("sessionHeader");
    const fresh = page.getElementById("sessionHeader");
    if (!fresh || old.querySelector("dialog[open], .menu[open], .rename:not([hidden])")) return;
    ready(fresh);
    if (told(old) === told(fresh)) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  const takeMessages = (list, page) => {
    const fresh = [...page.querySelectorAll("#messages > .msg")];
    const last = Number(list.dataset.last);
    const unread = document.getElementById("more");
    const end = list.lastElementChild;
    const start = document.getElementById("earlier") && list.firstElementChild;
    const isElsewhere = (message) =>
      (unread && end && comesAfter(order(message), order(end))) || (start && comesAfter(order(start), order(message)));
    const atBottom = innerHeight + scrollY >= document.body.scrollHeight - 80;
    let taken = false;
    keepingPlace(() => {
      for (const message of fresh) {
        const old = document.getElementById(message.id);
        if (old && old.dataset.version === message.dataset.version) continue;
        taken = true;
        if (old) {
          ready(message);
          keepFolds(old, message);
          old.replaceWith(message);
        } else if (Number(message.dataset.sequence) > last && !isElsewhere(message)) {
          ready(message);
          message.classList.add("fresh");
          placeMessage(list, message);
        }
      }
      takeHeader(page);
      if (opensync.renewEvalPanel) opensync.renewEvalPanel(page);
      const none = document.getElementById("noMessages");
      if (none && fresh.length > 0) none.remove();
    });
    const reached = Number(page.getElementById("messages").dataset.last);
    list.dataset.last = Math.max(last, reached);
    if (atBottom && !unread && taken) scrollTo({ top: document.body.scrollHeight });
    return reached - last > 80;
  };

  /* The first page of this list, under the same filters. */
  const beginning = (list) => {
    const address = new URL((list && list.dataset.from) || location.href, document.baseURI);
    address.searchParams.delete("after");
    return address;
  };

  const pause = (millis) => new Promise((done) => setTimeout(done, millis));
  const PARTS_MILLIS = 1500;

  /* By what an area shows; true if there is more to read. What was found stays until it is looked for again. */
  const taking = {
    list: async (list) => {
      const page = await read(beginning(list));
      if (page && list.isConnected) takeRows(list, page);
      return false;
    },
    session: async (list) => {
      const page = await read(`session?id=${encodeURIComponent(list.dataset.session)}&since=${list.dataset.last}`);
      return page !== null && list.isConnected && takeMessages(list, page);
    },
    parts: async (area) => {
      await pause(PARTS_MILLIS); // sums of a whole page: once for what comes in together
      const page = await read(area.dataset.from || location.href);
      if (page) takeParts(area, page);
      return false;
    },
  };

  const isTold = (area) => area.dataset.live in taking && area.closest(".beside")?.checkVisibility() !== false;

  const refresh = async (wanted) => {
    clearTimeout(later);
    wanted.filter(isTold).forEach((area) => due.add(area));
    if (reading || due.size === 0) return;
    reading = true;
    live().classList.add("busy");
    let area = null;
    try {
      while (due.size > 0) {
        [area] = due;
        due.delete(area);
        area.setAttribute("aria-busy", "true");
        if (await taking[area.dataset.live](area)) due.add(area);
        area.removeAttribute("aria-busy");
      }
      show(connected);
    } catch (failure) {
      show(false);
      later = setTimeout(() => refresh(areas()), RETRY_MILLIS);
    } finally {
      reading = false;
      area.removeAttribute("aria-busy");
      live().classList.remove("busy");
    }
  };

  window.opensyncLiveOpened = () => {
    connected = true;
    show(true);
    if (opened) refresh(areas()); // what came in while the line was down
    opened = true;
  };
  const forget = (deleted) => {
    for (const list of areas()) {
      if (list.dataset.live === "session" && !opensync.leaving && deleted.includes(list.dataset.session)) {
        location.reload(); // the server says in its own words that it is gone
      }
      if (list.dataset.live === "parts") refresh([list]);
      for (const row of [...list.children]) {
        if (deleted.includes(row.dataset.id)) keepingPlace(() => row.remove());
      }
    }
  };
  window.opensyncLiveChanged = (message) => {
    if (message.deleted) forget(message.deleted);
    if (message.sessions) {
      refresh(areas().filter((area) => area.dataset.live !== "session" || message.sessions.includes(area.dataset.session)));
    }
  };
  window.opensyncLiveClosed = () => {
    connected = false;
    show(false);
  };

  /* Load more: the link works by itself; with script the next rows join this page. */
  const busy = (link, on) => {
    if (on) link.dataset.busy = "busy";
    else delete link.dataset.busy;
    link.setAttribute("aria-busy", on);
    link.parentElement.classList.toggle("busy", on);
  };

  const isKnown = (list, item) =>
    item.dataset.id ? list.querySelector(`[data-id="${CSS.escape(item.dataset.id)}"]`) : document.getElementById(item.id);

  /* True if something came in. */
  const load = async (link) => {
    busy(link, true);
    const list = document.getElementById(link.dataset.into);
    try {
      const page = await read(link.href);
      if (!page || !list.isConnected) return false;
      const come = page.getElementById(link.dataset.into);
      const items = [...come.children].filter((item) => !isKnown(list, item));
      items.forEach(ready);
      if (link.id === "earlier") keepingPlace(() => list.prepend(...items));
      else list.append(...items);
      if (come.dataset.last) list.dataset.last = Math.max(Number(list.dataset.last), Number(come.dataset.last));
      tellRows(page);
      const next = page.getElementById(link.id === "earlier" ? "earlier" : "more");
      if (next) {
        link.href = next.getAttribute("href");
        busy(link, false);
        watch(link);
      } else {
        link.parentElement.remove();
      }
      return true;
    } catch (failure) {
      busy(link, false);
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
      return false;
    }
  };

  const running = {};
  const more = (link) => {
    if (!link.dataset.busy) running[link.id] = load(link);
    return running[link.id];
  };

  const watch = (link) => {
    if (!("auto" in link.dataset)) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watcher.disconnect();
        more(link);
      }
    }, { rootMargin: "600px" });
    watcher.observe(link);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#more, #earlier, #moreSessions");
    if (link && link.dataset.into && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      more(link);
    }
  });
  opensync.read = read;
  opensync.takeHeader = takeHeader;
  /* id: "more" or "earlier"; false if there is nothing more. */
  opensync.more = (id) => {
    const link = document.getElementById(id);
    return link ? more(link) : Promise.resolve(false);
  };
  opensync.page = { read, ready, takeState, keepingPlace, replaceRow, beginning, watch, refresh: () => refresh(areas()) };
  document.addEventListener("DOMContentLoaded", () => {
    const link = document.getElementById("more");
    if (link) watch(link);
  });
})();
