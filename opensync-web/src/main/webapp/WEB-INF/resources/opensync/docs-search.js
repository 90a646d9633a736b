/* The search of the docs: the best hits below the box while one types, to be chosen by keys. */
(() => {
  "use strict";
  const TYPING_MILLIS = 150;
  const form = document.getElementById("docsForm");
  const field = document.getElementById("docsFind");
  const best = document.getElementById("docsBest");
  const say = document.getElementById("docsBestSay");
  let typing = 0;
  let asking = null;

  const options = () => [...best.children];
  const current = () => best.querySelector("[aria-selected=true]");

  const mark = (option) => {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (open) => {
    best.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (!open) mark(null);
  };

  const close = () => {
    clearTimeout(typing);
    if (asking) asking.abort();
    asking = null;
    show(false);
    say.textContent = "";
    say.classList.add("sr");
  };

  /* Only the answer to what was typed last is shown. */
  const ask = async () => {
    if (!field.value.trim()) {
      close();
      return;
    }
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    const url = new URL(form.dataset.best, location.href);
    url.searchParams.set("find", field.value);
    try {
      const answer = await fetch(url, { credentials: "same-origin", signal: mine.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("docsBest");
      if (mine !== asking) return;
      best.replaceChildren(...found.children);
      const none = best.childElementCount === 0;
      show(!none);
      mark(null);
      say.textContent = none ? say.dataset.none : say.dataset.some.replace("{0}", found.dataset.count);
      say.classList.toggle("sr", !none);
    } catch (failure) {
      if (mine === asking) close(); // Enter still leads to all hits.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(typing);
    mark(null);
    typing = setTimeout(ask, TYPING_MILLIS);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(current());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (best.hidden) ask();
      else if (event.key === "ArrowDown") mark(all[(at + 1) % all.length]);
      else mark(all[at > 0 ? at - 1 : all.length - 1]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      current().click();
    } else if (event.key === "Escape" && !best.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  /* Pressing on a hit leaves the focus in the box. */
  best.addEventListener("mousedown", (event) => event.preventDefault());
  best.addEventListener("click", () => {
    close();
    field.blur();
  });
  form.addEventListener("submit", close);
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
})();
