/* The bell shows the newest notifications in place; without this script it leads to the page of all. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const SHOWN = 6;
  const bell = document.getElementById("bell");
  const items = document.getElementById("bellItems");
  if (!bell) return;

  const close = (focus) => {
    items.hidden = true;
    bell.setAttribute("aria-expanded", "false");
    if (focus) bell.focus();
  };

  const show = (page) => {
    const list = page.getElementById("notifications");
    items.replaceChildren();
    if (list.children.length > 0) {
      [...list.children].slice(SHOWN).forEach((item) => item.remove());
      list.removeAttribute("id");
      items.append(document.adoptNode(list));
    } else {
      const text = document.createElement("p");
      text.className = "mut";
      text.textContent = items.dataset.none;
      items.append(text);
    }
    const all = document.createElement("a");
    all.href = bell.href;
    all.textContent = items.dataset.more;
    items.append(all);
    opensync.times(items);
    items.hidden = false;
    bell.setAttribute("aria-expanded", "true");
    document.getElementById("unread").textContent = "";
  };

  bell.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!items.hidden) {
      close(false);
      return;
    }
    try {
      const answer = await fetch(items.dataset.from, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (failure) {
      location.assign(bell.href);
    }
  });
  document.addEventListener("click", (event) => {
    if (!items.hidden && !event.target.closest(".bell")) close(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !items.hidden) close(true);
  });
})();
