/* Stars of messages, on the page of a session and wherever its messages are shown. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const FORGOTTEN = 409;

  const button = (action) => document.getElementById(`bookmarkForm:${action}`);

  const send = (action, message) => {
    const form = document.getElementById("bookmarkForm");
    const body = new URLSearchParams(new FormData(form));
    body.set("message", message);
    body.set(button(action).name, button(action).value);
    return fetch(location.href, { method: "POST", credentials: "same-origin", body });
  };

  const toggle = async (star) => {
    const action = star.getAttribute("aria-pressed") === "true" ? "unmark" : "mark";
    star.disabled = true;
    try {
      let answer = await send(action, star.dataset.bookmark);
      if (answer.status === FORGOTTEN) {
        await opensync.page.read(location.href); // the server keeps only the last pages of a browser in mind
        answer = await send(action, star.dataset.bookmark);
      }
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      for (const same of document.querySelectorAll(`[data-bookmark="${CSS.escape(star.dataset.bookmark)}"]`)) {
        same.setAttribute("aria-pressed", String(action === "mark"));
      }
      opensync.toast(button(action).dataset.done);
      document.dispatchEvent(new CustomEvent("opensync:bookmarked"));
    } catch (failure) {
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
    }
    star.disabled = false;
    if (document.activeElement === document.body) star.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const star = event.target.closest("[data-bookmark]");
    if (star) toggle(star);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "b" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const star = document.querySelector(".current [data-bookmark]");
    if (star) toggle(star);
  });
})();
