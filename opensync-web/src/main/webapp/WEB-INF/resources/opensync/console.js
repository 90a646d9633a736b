/* What every page needs: toasts, copy buttons, tabs, local times, the account menu. */
(() => {
  "use strict";
  const opensync = (window.opensync = window.opensync || {});

  opensync.toast = (text, kind) => {
    const toasts = document.getElementById("toasts");
    const toast = document.createElement("div");
    toast.className = kind === "bad" ? "toast bad" : "toast";
    toast.textContent = text;
    toasts.append(toast);
    setTimeout(() => toast.remove(), kind === "bad" ? 8000 : 2500);
  };

  /* Pages served without TLS have no clipboard interface, so the old way must stay. */
  opensync.copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "sr";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  const relative = (then, now) => {
    const minutes = Math.floor((now - then) / 60000);
    if (minutes < 1) return "now";
    if (minutes < 60) return `${minutes}m ago`;
    if (minutes < 1440) return `${Math.floor(minutes / 60)}h ago`;
    if (minutes < 10080) return `${Math.floor(minutes / 1440)}d ago`;
    return then.toLocaleDateString();
  };

  /* The server writes times in UTC; here they become the reader's own. */
  opensync.times = (root) => {
    const now = new Date();
    for (const element of root.querySelectorAll("time[datetime]")) {
      const then = new Date(element.dateTime);
      element.title = then.toLocaleString();
      if (element.dataset.as === "relative") element.textContent = relative(then, now);
      if (element.dataset.as === "clock") element.textContent = then.toLocaleTimeString([], { hour12: false });
      if (element.dataset.as === "date") element.textContent = then.toLocaleDateString();
      if (element.dataset.as === "full") element.textContent = then.toLocaleString();
    }
  };

  const select = (tab, focus) => {
    for (const other of tab.closest("[role=tablist]").querySelectorAll("[role=tab]")) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
  };

  document.addEventListener("click", (event) => {
    const copy = event.target.closest(".copy");
    if (copy) {
      const source = copy.dataset.copy ? document.getElementById(copy.dataset.copy) : copy.parentElement.querySelector("pre");
      opensync.copy(source.value === undefined ? source.textContent : source.value)
        .then(() => opensync.toast(document.getElementById("toasts").dataset.copied));
    }
    const tab = event.target.closest("[role=tab]");
    if (tab) select(tab, false);
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.menu[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    }
    const tab = event.target.closest && event.target.closest("[role=tab]");
    if (tab && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
      const step = event.key === "ArrowRight" ? 1 : tabs.length - 1;
      select(tabs[(tabs.indexOf(tab) + step) % tabs.length], true);
      event.preventDefault();
    }
  });

  opensync.times(document);
  setInterval(() => opensync.times(document), 30000);

  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxError", () => opensync.toast(document.getElementById("toasts").dataset.failed, "bad"));
  }
})();
