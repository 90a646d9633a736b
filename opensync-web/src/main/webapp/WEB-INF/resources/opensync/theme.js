/* What must be right before the first paint: the theme, whose cookie the server reads and which local storage keeps as well,
   and whether the steps for a new reader were closed. */
(() => {
  "use strict";
  const NAME = "opensync-theme";
  const root = document.documentElement;

  function stored(name) {
    try {
      return localStorage.getItem(name);
    } catch (refused) {
      return null; // storage is switched off: the cookie alone remembers
    }
  }

  function apply(theme) {
    root.dataset.theme = theme;
    document.cookie = `${NAME}=${theme}; path=/; max-age=31536000; samesite=lax`;
    try {
      localStorage.setItem(NAME, theme);
    } catch (refused) {
      return;
    }
  }

  const known = stored(NAME);
  if ((known === "tan" || known === "dark") && known !== root.dataset.theme) {
    apply(known);
  }
  const SET_UP = "opensync-set-up";
  function closeSetUp() {
    root.dataset.setUp = "closed";
    try {
      localStorage.setItem(SET_UP, "closed");
    } catch (refused) {
      return; // closed until the page is left
    }
  }
  if (stored(SET_UP) === "closed") root.dataset.setUp = "closed";

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-switch]")) {
      apply(root.dataset.theme === "tan" ? "dark" : "tan");
    }
    const close = event.target.closest("[data-close-set-up]");
    if (close) {
      closeSetUp();
      document.querySelector(`#${close.dataset.closeSetUp} a`).focus();
    }
  });
})();
