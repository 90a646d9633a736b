/* Judging the session in view as a test case: offers tags that are in use, and reads what speaks for the session when asked. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const MOST_OFFERS = 12;
  const panel = () => document.getElementById("evalPanel");
  const field = () => document.getElementById("labelTags");

  /* What stands between the last comma before the caret and the caret, and what stands around it. */
  const typing = () => {
    const all = field().value.split(",").map((tag) => tag.trim());
    return { before: all.slice(0, -1).filter((tag) => tag), last: all[all.length - 1] };
  };

  const offer = () => {
    const { before, last } = typing();
    let shown = 0;
    for (const button of panel().querySelectorAll("[data-tag]")) {
      const tag = button.dataset.tag;
      const fits = !before.includes(tag) && tag !== last && tag.toLowerCase().startsWith(last.toLowerCase());
      button.parentElement.hidden = !fits || shown === MOST_OFFERS;
      if (fits && shown < MOST_OFFERS) shown++;
    }
    document.getElementById("labelKnownTags").hidden = shown === 0;
  };

  const take = (tag) => {
    field().value = [...typing().before, tag].join(", ") + ", ";
    field().focus();
    offer();
  };

  document.addEventListener("focusin", (event) => {
    if (event.target.id === "labelTags") offer();
  });
  document.addEventListener("input", (event) => {
    if (event.target.id === "labelTags") offer();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#evalPanel [data-tag]");
    if (button) take(button.dataset.tag);
  });

  const check = async (list) => {
    try {
      const page = await opensync.read(list.dataset.checks);
      if (page && list.isConnected) list.replaceWith(page.getElementById("qualifies"));
    } catch (failure) {
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
    }
  };

  const checkIfOpen = () => {
    const list = document.querySelector("#evalDetails[open] [data-checks]");
    if (list) check(list);
  };

  /* After an action of the owner: the panel as the server draws it now. Open if it was, or if it is new. */
  opensync.takeEvalPanel = (page) => {
    const fresh = page.getElementById("evalPanel");
    if (!fresh) return;
    const before = document.getElementById("evalDetails");
    const focused = panel().contains(document.activeElement) ? document.activeElement.id : "";
    const details = fresh.querySelector("#evalDetails");
    if (details) details.open = !before || before.open;
    panel().replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    checkIfOpen();
  };

  const isTouched = (control) => {
    if (control.options) {
      const drawn = [...control.options].find((option) => option.defaultSelected) || control.options[0];
      return control.value !== drawn.value;
    }
    return control.matches("input[type=text], textarea") && control.value !== control.defaultValue;
  };

  const renew = (old, fresh) => {
    const focused = old === document.activeElement;
    old.replaceWith(fresh);
    if (focused) fresh.focus({ preventScroll: true });
  };

  /* What was said elsewhere meanwhile; what its owner is saying here stays. */
  opensync.renewEvalPanel = (page) => {
    const old = document.getElementById("evalDetails");
    const fresh = page.getElementById("evalDetails");
    if (!old || !fresh) return;
    const [before, summary] = [old, fresh].map((details) => details.querySelector("summary"));
    if (before.textContent !== summary.textContent) renew(before, summary);
    const form = document.getElementById("labelForm");
    if (form.contains(document.activeElement) || [...form.elements].some(isTouched)) return;
    for (const id of ["labelStatus", "labelTags", "labelExpected", "labelNotes"]) {
      const [shown, said] = [document, page].map((where) => where.getElementById(id));
      if (shown.value !== said.value) shown.replaceWith(said);
    }
  };

  document.addEventListener("toggle", (event) => {
    if (event.target.id === "evalDetails") checkIfOpen();
  }, true);
})();
