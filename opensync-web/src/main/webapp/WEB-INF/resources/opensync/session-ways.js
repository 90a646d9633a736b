/* Ways through a session: by message, by prompt, by what is said, by link; with buttons or keys. */
(() => {
  "use strict";
  const opensync = window.opensync;
  /* Looked up each time: another session may have taken the place of the one before. */
  const list = () => document.getElementById("messages");
  const tools = () => document.getElementById("sessionTools");
  const field = () => document.getElementById("find");
  const count = () => document.getElementById("findCount");
  const TYPING_MILLIS = 350;
  const PAINTED = 2000;

  let found = [];
  let hit = -1;
  let asked = "";
  let typing = 0;

  const marked = () => list().querySelector(".msg.current");

  const show = (message) => {
    if (marked()) marked().classList.remove("current");
    message.classList.add("current");
    message.tabIndex = -1;
    message.focus({ preventScroll: true });
    message.scrollIntoView({ block: "start" });
  };

  const firstInView = () => {
    const top = tools().getBoundingClientRect().bottom;
    return [...list().children].find((message) => message.getBoundingClientRect().bottom > top + 8);
  };

  const following = (message, forward, css) => {
    let next = message;
    do {
      next = forward ? next.nextElementSibling : next.previousElementSibling;
    } while (next && !next.matches(css));
    return next;
  };

  /* On to the next message that fits, and to the next page where this one has no more. */
  const step = async (forward, css) => {
    const here = marked() || firstInView();
    if (!here) return;
    if (!marked() && forward && here.matches(css)) {
      show(here);
      return;
    }
    let next = following(here, forward, css);
    while (!next && (await opensync.more(forward ? "more" : "earlier"))) next = following(here, forward, css);
    if (next) show(next);
  };

  /* A result is drawn in the message of its call. */
  const drawn = (number) => document.getElementById(`m-${number}`) || list().querySelector(`[data-holds~="${number}"]`);

  const paint = () => {
    if (!window.Highlight) return;
    CSS.highlights.delete("found");
    if (!asked) return;
    const wanted = asked.toLowerCase();
    const ranges = [];
    for (const message of new Set(found.map(drawn))) {
      if (!message || ranges.length > PAINTED) continue;
      const texts = document.createTreeWalker(message.querySelector(".body"), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.data.toLowerCase();
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          const range = new Range();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, Math.min(at + wanted.length, texts.currentNode.length));
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new window.Highlight(...ranges));
  };

  const unfold = (message) => {
    for (const fold of message.querySelectorAll("details:not([open])")) {
      if (fold.textContent.toLowerCase().includes(asked.toLowerCase())) fold.open = true;
    }
  };

  /* Of this page, with that message in view. */
  const address = (number) => {
    const there = new URL(location.href);
    there.hash = `m-${number}`;
    there.searchParams.delete("find");
    there.searchParams.set("at", number);
    return there;
  };

  const goTo = (index) => {
    hit = (index + found.length) % found.length;
    count().textContent = `${hit + 1} ${field().dataset.of} ${found.length}`;
    const number = found[hit];
    const message = drawn(number);
    if (message) {
      unfold(message);
      show(message);
      paint();
    } else if (new URLSearchParams(location.search).get("at") !== String(number)) {
      const there = address(number);
      there.searchParams.set("find", asked);
      location.assign(there);
    }
  };

  const nothing = (text) => {
    found = [];
    hit = -1;
    count().textContent = text;
    for (const id of ["findPrevious", "findNext"]) document.getElementById(id).hidden = true;
    paint();
  };

  const ask = async (text) => {
    const answer = await fetch(list().dataset.find + encodeURIComponent(text), { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.json();
  };

  /* at: the number of the message to begin with; else what comes first at or below the reader's place. */
  const find = async (at) => {
    clearTimeout(typing);
    const text = field().value.trim();
    if (text === asked) return;
    asked = text;
    if (!text) return nothing("");
    let numbers;
    try {
      numbers = await ask(text);
    } catch (failure) {
      asked = "";
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
      return;
    }
    if (asked !== text) return; // asked something else meanwhile
    if (numbers.length === 0) return nothing(field().dataset.none);
    found = numbers;
    for (const id of ["findPrevious", "findNext"]) document.getElementById(id).hidden = false;
    const here = marked() || firstInView();
    const below = (number) => drawn(number) && here && !(drawn(number).compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
    const first = at ? numbers.indexOf(at) : numbers.findIndex(below);
    const focused = document.activeElement === field();
    goTo(Math.max(0, first));
    if (focused) field().focus({ preventScroll: true });
  };

  const nextHit = (forward) => {
    if (found.length > 0) goTo(hit + (forward ? 1 : -1));
  };

  document.addEventListener("input", (event) => {
    if (event.target.id !== "find") return;
    clearTimeout(typing);
    typing = setTimeout(find, TYPING_MILLIS);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "find") return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (field().value.trim() !== asked) find();
      else if (found.length > 0) {
        nextHit(!event.shiftKey);
        field().focus({ preventScroll: true });
      }
    }
    if (event.key === "Escape") {
      field().value = "";
      find();
      field().blur();
    }
  });

  const link = (message) => {
    const anchor = message && message.querySelector(".at");
    if (!anchor) return;
    history.replaceState(history.state, "", address(message.dataset.sequence));
    opensync.copy(anchor.href).then(() => opensync.toast(list().dataset.linkCopied));
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#findNext")) nextHit(true);
    if (event.target.closest("#findPrevious")) nextHit(false);
    if (event.target.closest("#nextTurn")) step(true, ".user");
    if (event.target.closest("#previousTurn")) step(false, ".user");
    const at = event.target.closest(".at");
    if (at && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(at.closest(".msg"));
      link(at.closest(".msg"));
    }
  });

  const fold = () => {
    const message = marked();
    if (!message) return;
    const folds = [...message.querySelectorAll("details")];
    const open = folds.some((one) => !one.open);
    for (const one of folds) one.open = open;
  };

  const keys = {
    j: () => step(true, ".msg"),
    k: () => step(false, ".msg"),
    J: () => step(true, ".user"),
    K: () => step(false, ".user"),
    f: () => field().focus(),
    n: () => nextHit(true),
    N: () => nextHit(false),
    o: fold,
    y: () => link(marked()),
    "?": () => document.getElementById("keysDialog").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  /* To the message that the address names. */
  const enter = () => {
    found = [];
    hit = -1;
    asked = "";
    paint();
    const wanted = new URLSearchParams(location.search);
    const start = drawn(wanted.get("at"));
    if (wanted.get("find")) {
      field().value = wanted.get("find");
      find(Number(wanted.get("at")));
    } else if (start) {
      show(start);
    } else if (wanted.get("at") === "end" && list().lastElementChild) {
      show(list().lastElementChild);
    }
  };

  opensync.enterSession = enter;
  if (list()) enter();
})();
