/* Theme of the console: the server reads the cookie, this file keeps cookie and local storage alike. */
(() => {
  "use strict";
  const NAME = "opensync-theme";
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(NAME);
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

  const known = stored();
  if ((known === "tan" || known === "dark") && known !== root.dataset.theme) {
    apply(known);
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-switch]")) {
      apply(root.dataset.theme === "tan" ? "dark" : "tan");
    }
  });
})();
