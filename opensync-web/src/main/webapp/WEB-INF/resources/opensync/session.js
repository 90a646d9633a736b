/* Code in a session: copy buttons, reach by keys, and colours when it comes into view. Also called for messages that come in later. */
(() => {
  "use strict";
  const opensync = window.opensync;
  /* Guessing the language of long text costs more than its colours are worth. */
  const COLOURED_CHARS = 20000;

  const colour = (code) => {
    const language = /language-(\S+)/.exec(code.className);
    if (language && window.hljs.getLanguage(language[1])) window.hljs.highlightElement(code);
  };
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((entry) => entry.isIntersecting)) {
      seen.unobserve(entry.target);
      colour(entry.target);
    }
  }, { rootMargin: "300px" });

  opensync.decorate = (root) => {
    const label = document.getElementById("messages").dataset.copy;
    for (const pre of root.querySelectorAll("pre:not(.diff)")) {
      if (pre.parentElement.classList.contains("codebox")) continue;
      const code = pre.querySelector("code");
      if (code && window.hljs && !code.classList.contains("nohighlight") && code.textContent.length <= COLOURED_CHARS) {
        seen.observe(code);
      }
      const box = document.createElement("div");
      box.className = "codebox";
      const copy = document.createElement("button");
      copy.type = "button";
      copy.className = "btn copy";
      copy.textContent = label;
      pre.tabIndex = 0;
      pre.replaceWith(box);
      box.append(pre, copy);
    }
  };

  if (document.getElementById("messages")) opensync.decorate(document.getElementById("messages"));
})();
