/* What every page needs: toasts, copy buttons, tabs, local times, menus, the search, what holds from page to page. */
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

  /* The server writes in the same language, and from the next request on in the same zone. */
  const language = document.documentElement.lang;
  document.cookie = `opensync-zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=/; max-age=31536000; samesite=lax`;

  opensync.number = (number) => number.toLocaleString(language);
  const date = (time) => time.toLocaleDateString(language, { dateStyle: "medium" });
  const moment = (time) => time.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const clock = (time) => time.toLocaleTimeString(language, { hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" });

  const relative = (then, now) => {
    const minutes = Math.floor((now - then) / 60000);
    const { now: justNow, minutes: inMinutes, hours, days } = document.getElementById("toasts").dataset;
    if (minutes < 1) return justNow;
    if (minutes < 60) return inMinutes.replace("{0}", minutes);
    if (minutes < 1440) return hours.replace("{0}", Math.floor(minutes / 60));
    if (minutes < 10080) return days.replace("{0}", Math.floor(minutes / 1440));
    return date(then);
  };

  /* Times become the reader's own, and stay right while the page is open. */
  opensync.times = (root) => {
    const now = new Date();
    for (const element of root.querySelectorAll("time[datetime]")) {
      const then = new Date(element.dateTime);
      element.title = moment(then);
      if (element.dataset.as === "relative") element.textContent = relative(then, now);
      if (element.dataset.as === "clock") element.textContent = clock(then);
      if (element.dataset.as === "date") element.textContent = date(then);
      if (element.dataset.as === "full") element.textContent = moment(then);
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

  /* Said by the page before, about what led here. */
  const LEFT = "opensync-toast";
  opensync.toastNext = (text) => sessionStorage.setItem(LEFT, text);
  const left = sessionStorage.getItem(LEFT);
  if (left) {
    sessionStorage.removeItem(LEFT);
    opensync.toast(left);
  }

  /* Said by the server, of what was done on the page before. */
  const { told } = document.getElementById("toasts").dataset;
  if (told) {
    opensync.toast(told);
    const address = new URL(location.href);
    address.searchParams.delete("told");
    history.replaceState(history.state, "", address);
  }

  /* Dialogs and areas that a button shows and hides: data-open, data-show, data-hide and data-focus name an id. */
  const byId = (id) => document.getElementById(id);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-open], [data-show], [data-hide]");
    if (!button) return;
    const { open, show, hide, focus } = button.dataset;
    const menu = button.closest("details.menu");
    if (menu) menu.open = false;
    if (open) byId(open).showModal();
    if (show) byId(show).hidden = false;
    if (hide) byId(hide).hidden = true;
    const next = focus && byId(focus);
    if (next) (next.matches("details") ? next.querySelector("summary") : next).focus();
    if (next && next.select) next.select();
  });

  /* Closes by its buttons, by Escape, and by a click beside it. */
  const onBackdrop = (dialog, event) => {
    const box = dialog.getBoundingClientRect();
    return event.target === dialog
      && (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom);
  };

  /* Asks before something that cannot be undone; true if the answer is yes. */
  opensync.ask = ({ title, hint, yes }) => new Promise((answer) => {
    const dialog = document.getElementById("ask");
    document.getElementById("askTitle").textContent = title;
    document.getElementById("askHint").textContent = hint;
    const button = document.getElementById("askYes");
    button.textContent = yes;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
    button.focus();
  });

  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("dialog");
    if (dialog && (onBackdrop(dialog, event) || event.target.closest("[data-close]"))) dialog.close();
    if (event.target.closest("[data-download]")) {
      opensync.toast(document.getElementById("toasts").dataset.download);
      const menu = event.target.closest("details.menu");
      if (menu) menu.open = false;
    }
  });

  /* Search: "/" and Ctrl-K lead to it, Escape back to where the reader was; where the page has its own, Escape empties it. */
  const search = document.querySelector("[data-search-keys]") || document.getElementById("search");
  let before = null;
  const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  if (search) {
    document.addEventListener("keydown", (event) => {
      const byLetter = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const bySlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      if ((byLetter || bySlash) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        if (document.activeElement !== search) before = document.activeElement;
        search.focus();
        search.select();
      } else if (event.key === "Escape" && event.target === search && search.dataset.searchKeys !== "own") {
        event.preventDefault();
        search.value = search.defaultValue;
        search.blur();
        if (before && before !== document.body) before.focus();
        before = null;
      }
    });
  }

  /* The same page with other parameters; empty ones go. */
  const goWith = (parameters) => {
    const address = new URL(location.href);
    for (const place of ["after", "list"]) address.searchParams.delete(place);
    for (const [name, value] of Object.entries(parameters)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    location.assign(address);
  };

  const range = document.getElementById("rangeDialog");
  document.addEventListener("change", (event) => {
    const scope = event.target.dataset.scope;
    if (scope === "source") goWith({ source: event.target.value });
    if (scope === "days" && event.target.value === "custom") range.showModal();
    else if (scope === "days") goWith({ days: event.target.value, from: "", to: "" });
    const form = event.target.closest("form[data-auto-submit]");
    if (form) form.requestSubmit();
  });
  if (range) {
    range.addEventListener("submit", () => {
      goWith({ days: "", from: document.getElementById("rangeFrom").value, to: document.getElementById("rangeTo").value });
    });
    range.addEventListener("close", () => {
      const days = document.getElementById("scopeDays");
      for (const option of days.options) option.selected = option.defaultSelected;
    });
  }

  /* An address says only what is chosen. */
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "get" || event.defaultPrevented) return;
    event.preventDefault();
    const address = new URL(event.target.action);
    for (const [name, value] of new FormData(event.target)) {
      if (value.trim()) address.searchParams.append(name, value);
    }
    location.assign(address);
  });

  /* On a phone the rail is a row that scrolls. */
  const current = document.querySelector(".rail a[aria-current=page]");
  if (current) current.parentElement.scrollLeft = current.offsetLeft - (innerWidth - current.offsetWidth) / 2;

  opensync.times(document);
  setInterval(() => opensync.times(document), 30000);

  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", (event, answer) => {
      if (answer.pfArgs && answer.pfArgs.toast) opensync.toast(answer.pfArgs.toast);
    });
    /* As in our own dialogs: what was asked for has the focus, and a click beside it is a no. */
    const asking = window.PrimeFaces.widget.ConfirmDialog;
    if (asking) {
      asking.prototype.applyFocus = function () {
        this.yesButton.trigger("focus");
      };
      window.jQuery(document).on("click", ".ui-dialog-mask", () => window.PrimeFaces.confirmDialog.hide());
    }
    window.jQuery(document).on("pfAjaxError", () => opensync.toast(document.getElementById("toasts").dataset.failed, "bad"));
  }
})();
