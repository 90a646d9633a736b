/* The documentation: code with a copy button and colours, and the page as Markdown. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const text = document.getElementById("docText");
  if (!text) return;

  for (const pre of text.querySelectorAll("pre")) {
    const code = pre.querySelector("code");
    const language = code && /language-(\S+)/.exec(code.className);
    if (language && window.hljs && window.hljs.getLanguage(language[1])) window.hljs.highlightElement(code);
    const box = document.createElement("div");
    box.className = "codebox";
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "btn copy";
    copy.textContent = text.dataset.copy;
    pre.replaceWith(box);
    box.append(pre, copy);
  }

  document.getElementById("copyDoc").addEventListener("click", async (event) => {
    const toasts = document.getElementById("toasts").dataset;
    try {
      const answer = await fetch(event.target.dataset.markdown, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      await opensync.copy(await answer.text());
      opensync.toast(toasts.copied);
    } catch (failure) {
      opensync.toast(toasts.failed, "bad");
    }
  });

  /* Which part of the page is being read. */
  const links = new Map([...document.querySelectorAll("#toc a")].map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    const entry = entries.find((one) => one.isIntersecting);
    const link = entry && links.get(entry.target.id);
    if (!link) return;
    for (const other of links.values()) other.classList.toggle("on", other === link);
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const heading of text.querySelectorAll("h2[id], h3[id]")) seen.observe(heading);
})();
