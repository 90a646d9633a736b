/* The context page: asks the server anew while one types or chooses, copies what it wrote, and shows what stands around. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const TYPING_MILLIS = 300;
  /* Shown before and behind the message that was found. */
  const NEIGHBOURS = 3;
  const form = document.getElementById("contextForm");
  const query = document.getElementById("contextQuery");
  const results = document.getElementById("results");
  const failed = document.getElementById("contextFailed");
  let typing = 0;
  let asking = null;
  let only = new URL(location.href).searchParams.get("only");

  const cards = () => [...document.querySelectorAll("#finds > .find")];
  const box = (card) => card.querySelector(".pick input");

  /* What the form says; parameters that are none of its own stay. */
  const address = () => {
    const url = new URL(location.href);
    url.hash = "";
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) url.searchParams.set(name, value.trim());
      else url.searchParams.delete(name);
    }
    if (only) url.searchParams.set("only", only);
    else url.searchParams.delete("only");
    return url;
  };

  const take = (page) => {
    const focus = document.activeElement;
    const id = results.contains(focus) ? focus.closest(".find")?.dataset.id : null;
    const at = focus && focus.id;
    const open = new Map(cards().map((card) => [card.dataset.id, card.querySelector(".around:not([hidden])")]));
    results.replaceChildren(...page.getElementById("results").childNodes);
    for (const card of cards()) {
      const around = open.get(card.dataset.id);
      if (!around) continue;
      card.querySelector(".around").replaceWith(around);
      card.querySelector("[data-around]").setAttribute("aria-expanded", "true");
    }
    opensync.times(results);
    document.getElementById("resultsSay").textContent = (document.getElementById("sum") || results).textContent;
    const card = id && cards().find((one) => one.dataset.id === id);
    if (card) show(card, (at && document.getElementById(at)) || card);
  };

  /* Only the answer to the last question is shown. */
  const ask = async () => {
    clearTimeout(typing);
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    const url = address();
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" }, signal: mine.signal });
      if (answer.redirected && new URL(answer.url).pathname !== url.pathname) {
        location.assign(url); // signed out meanwhile: the server leads to sign-in and back
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asking) return;
      take(page);
      opensync.page.takeState(page);
      history.replaceState(null, "", url);
      failed.hidden = true;
      document.dispatchEvent(new CustomEvent("opensync:asked", { detail: page }));
    } catch (failure) {
      if (mine !== asking) return;
      failed.hidden = false;
    }
    results.setAttribute("aria-busy", "false");
  };

  const askAnew = () => {
    only = null;
    ask();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askAnew();
  });
  query.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(askAnew, TYPING_MILLIS);
  });
  form.addEventListener("change", (event) => {
    if (event.target === query) return;
    if (!event.target.reportValidity()) return;
    if (event.target.name === "type" || event.target.name === "limit") askAnew();
    else ask();
  });
  document.getElementById("again").addEventListener("click", ask);

  /* Choosing */
  const chosen = () => cards().filter((card) => box(card).checked).map((card) => card.dataset.id);
  const choose = () => {
    const ids = chosen();
    for (const card of cards()) card.classList.toggle("out", !box(card).checked);
    only = ids.length === cards().length ? null : ids.join(",") || "none";
    ask();
  };

  /* Copying: what the server wrote, to the letter. */
  const copy = async (sessions) => {
    const url = address();
    url.pathname = url.pathname.replace(/\/context$/, "/context-text");
    if (sessions) url.searchParams.set("only", sessions);
    try {
      const answer = await fetch(url, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      await opensync.copy(await answer.text());
      const tokens = Number(answer.headers.get("X-Context-Tokens"));
      opensync.toast(`${opensync.number(tokens)} ${document.getElementById("copyAll").dataset.tokens}`);
    } catch (failure) {
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
    }
  };

  /* What stands around, as the session's own page draws it. */
  const around = async (card) => {
    const area = card.querySelector(".around");
    const button = card.querySelector("[data-around]");
    const opens = area.hidden;
    area.hidden = !opens;
    button.setAttribute("aria-expanded", String(opens));
    if (!opens || area.childElementCount > 0) return;
    area.setAttribute("aria-busy", "true");
    const link = card.querySelector("h2 a");
    try {
      const answer = await fetch(link.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const all = [...page.querySelectorAll("#messages > .msg")];
      const hit = card.dataset.at
        ? page.getElementById(`m-${card.dataset.at}`) || page.querySelector(`[data-holds~="${card.dataset.at}"]`)
        : null;
      const middle = Math.max(0, all.indexOf(hit));
      const some = all.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS + 1);
      if (hit) hit.classList.add("hit");
      for (const message of some) message.removeAttribute("id");
      const more = document.createElement("a");
      more.className = "btn";
      more.href = link.href;
      more.textContent = area.dataset.more;
      const end = document.createElement("div");
      end.className = "more";
      end.append(more);
      area.replaceChildren(...some, end);
      opensync.times(area);
    } catch (failure) {
      const note = document.createElement("p");
      note.className = "hint";
      note.textContent = area.dataset.failed;
      area.replaceChildren(note);
    }
    area.removeAttribute("aria-busy");
  };

  results.addEventListener("change", (event) => {
    if (event.target.closest(".pick")) choose();
  });
  results.addEventListener("click", (event) => {
    const all = event.target.closest("[data-choose]");
    const one = event.target.closest("[data-copy-one]");
    const more = event.target.closest("[data-around]");
    if (all) {
      for (const card of cards()) box(card).checked = all.dataset.choose === "all";
      choose();
    } else if (one) copy(one.dataset.copyOne);
    else if (more) around(more.closest(".find"));
    else if (event.target.closest("#copyAll")) copy(null);
  });

  /* Keys */
  const current = () => document.activeElement.closest?.(".find") || document.querySelector(".find.current");

  const show = (card, focus) => {
    for (const other of cards()) other.classList.toggle("current", other === card);
    card.tabIndex = -1;
    focus.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  const step = (forward) => {
    const all = cards();
    if (all.length === 0) return;
    const here = all.indexOf(current());
    if (!forward && here === 0) {
      query.focus();
      return;
    }
    const next = all[Math.max(0, Math.min(all.length - 1, here + (forward ? 1 : -1)))];
    show(next, next);
  };

  const onCard = {
    x: (card) => {
      box(card).checked = !box(card).checked;
      show(card, card);
      choose();
    },
    o: around,
    c: (card) => copy(card.dataset.id),
    Enter: (card) => card.querySelector("h2 a").click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typingHere = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.target === query && event.key === "ArrowDown") {
      event.preventDefault();
      step(true);
      return;
    }
    if (typingHere) return;
    const card = current();
    if (event.key === "ArrowDown" || event.key === "j") step(true);
    else if (event.key === "ArrowUp" || event.key === "k") step(false);
    else if (event.key === "f") {
      query.focus();
      query.select();
    } else if (event.key === "?") document.getElementById("contextKeys").showModal();
    else if (event.key === "C" && chosen().length > 0) copy(null);
    else if (card && onCard[event.key] && !(event.key === "Enter" && event.target !== card)) onCard[event.key](card);
    else return;
    event.preventDefault();
  });
})();
