/* Keeps the sessions list or the session in view up to date: the server says that something changed, the page reads the
   same address again and takes over what is new. */
(() => {
  "use strict";
  const opensync = (window.opensync = window.opensync || {});
  /* While one answer is being read, any number of further changes costs one more request. */
  let reading = false;
  let again = false;
  let opened = false;
  let connected = false;
  let later = 0;
  const RETRY_MILLIS = 5000;

  const live = () => document.getElementById("live");
  const area = () => document.querySelector("[data-live]");

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
    takeState(page);
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
    const more = document.getElementById("more");
    if (more) more.parentElement.remove();
    const next = page.getElementById("more");
    if (next) list.after(next.parentElement);
  };

  const updated = (row) => row.querySelector("time").dateTime;

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
        if (old && old.isConnected && (updated(old) === updated(row) || isRenamed(old))) {
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
      const none = document.getElementById("noMessages");
      if (none && fresh.length > 0) none.remove();
    });
    const reached = Number(page.getElementById("messages").dataset.last);
    list.dataset.last = Math.max(last, reached);
    if (atBottom && !unread && taken) scrollTo({ top: document.body.scrollHeight });
    return reached - last > 80;
  };

  /* The first page of this list, under the same filters. */
  const beginning = () => {
    const address = new URL(location.href);
    address.searchParams.delete("after");
    return address;
  };

  const refresh = async () => {
    clearTimeout(later);
    if (area().dataset.live === "found") return; // what was found stays until it is looked for again
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    const list = area();
    list.setAttribute("aria-busy", "true");
    live().classList.add("busy");
    try {
      do {
        again = false;
        if (list.dataset.live === "list") {
          const page = await read(beginning());
          if (page) takeRows(list, page);
        } else {
          const page = await read(`session?id=${encodeURIComponent(list.dataset.session)}&since=${list.dataset.last}`);
          if (page && takeMessages(list, page)) again = true;
        }
      } while (again);
      show(connected);
    } catch (failure) {
      show(false);
      later = setTimeout(refresh, RETRY_MILLIS);
    } finally {
      reading = false;
      list.removeAttribute("aria-busy");
      live().classList.remove("busy");
    }
  };

  const concerns = (changed) => {
    const list = area();
    return list && (list.dataset.live === "list" || changed.includes(list.dataset.session));
  };

  window.opensyncLiveOpened = () => {
    connected = true;
    show(true);
    if (opened && area()) refresh(); // what came in while the line was down
    opened = true;
  };
  const forget = (deleted) => {
    const list = area();
    if (!list) return;
    if (list.dataset.live === "session" && !opensync.leaving && deleted.includes(list.dataset.session)) {
      location.reload(); // the server says in its own words that it is gone
    }
    for (const row of [...list.children]) {
      if (deleted.includes(row.dataset.id)) keepingPlace(() => row.remove());
    }
  };
  window.opensyncLiveChanged = (message) => {
    if (message.deleted) forget(message.deleted);
    if (message.sessions && concerns(message.sessions)) refresh();
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
    try {
      const page = await read(link.href);
      if (!page) return false;
      const list = area();
      const items = [...page.querySelectorAll("[data-live] > *")].filter((item) => !isKnown(list, item));
      items.forEach(ready);
      if (link.id === "earlier") keepingPlace(() => list.prepend(...items));
      else list.append(...items);
      const reached = page.querySelector("[data-last]");
      if (reached) list.dataset.last = Math.max(Number(list.dataset.last), Number(reached.dataset.last));
      const next = page.getElementById(link.id);
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
    const link = event.target.closest("#more, #earlier");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
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
  opensync.page = { read, ready, takeState, keepingPlace, replaceRow, beginning };
  document.addEventListener("DOMContentLoaded", () => {
    const link = document.getElementById("more");
    if (link) watch(link);
  });
})();
