/* What is done with the rows of the sessions list: choosing them, renaming one in its place, and what the form below does. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const form = document.getElementById("sessionsForm");
  const list = document.getElementById("sessions");
  const menu = document.getElementById("rowMenu");
  let menuRow = null;

  const button = (action) => document.getElementById(`sessionsForm:${action}`);
  const rowOf = (id) => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const picked = () => [...list.querySelectorAll(".pick input:checked")].map((box) => box.value);
  const titleOf = (row) => row.querySelector(".t").textContent;

  /* The server answers with the sessions as they are now; what is missing is gone. */
  const takeRows = (ids, page) => {
    for (const id of ids) {
      const old = rowOf(id);
      const row = page.querySelector(`#sessions > [data-id="${CSS.escape(id)}"]`);
      if (!old) continue;
      if (!row) {
        old.remove();
        continue;
      }
      opensync.page.ready(row);
      row.querySelector(".item").href = old.querySelector(".item").href; // under the filters of this page
      const snippet = old.querySelector(".snip");
      if (snippet) row.querySelector(".item").append(snippet);
      old.before(row);
      if (opensync.page.replaceRow(old, row)) row.querySelector("[data-row-menu]").focus({ preventScroll: true });
    }
  };

  const act = async (action, ids, title) => {
    let done = false;
    try {
      const fields = title === undefined ? {} : { "sessionsForm:newTitle": title };
      if (!(await opensync.sendInTurn(form, button(action), ids, fields, takeRows))) return false;
      const { one, many } = button(action).dataset;
      opensync.toast(ids.length > 1 ? `${ids.length} ${many}` : one);
      done = true;
    } catch (failure) {
      opensync.toast(form.dataset.failed, "bad");
    }
    if (list.children.length === 0) location.reload();
    count();
    return done;
  };

  const actSurely = async (action, ids, titleText) => {
    const { ask, askMany, askHint, askHintMany } = button(action).dataset;
    const hint = ids.length > 1 ? `${ids.length} ${form.dataset.sessions} ${askHintMany}` : `${titleText}: ${askHint}`;
    const yes = button(action).value;
    if (!ask || await opensync.ask({ title: ids.length > 1 ? askMany : ask, hint, yes })) await act(action, ids);
  };

  /* Choosing */
  const count = () => {
    const ids = picked();
    const shown = document.getElementById("selected");
    shown.textContent = `${ids.length} ${shown.dataset.word}`;
    for (const action of form.querySelectorAll("input[type=submit]")) {
      if (!action.closest("[hidden]:not(form)")) action.disabled = ids.length === 0;
    }
  };

  const choosing = (on) => {
    list.classList.toggle("picking", on);
    document.getElementById("select").setAttribute("aria-pressed", on);
    form.hidden = !on;
    if (!on) for (const box of list.querySelectorAll(".pick input")) box.checked = false;
    count();
  };

  /* Renaming */
  const stopRenaming = (row) => {
    row.querySelector("form.retitle").remove();
    row.querySelector(".item").hidden = false;
    row.querySelector("[data-row-menu]").focus();
  };

  const startRenaming = (row) => {
    if (row.querySelector("form.retitle")) return;
    const rename = document.getElementById("renameTemplate").content.firstElementChild.cloneNode(true);
    const field = rename.querySelector("input");
    field.value = titleOf(row);
    row.querySelector(".item").hidden = true;
    row.querySelector(".item").before(rename);
    field.focus();
    field.select();
    rename.addEventListener("submit", (event) => {
      event.preventDefault();
      const title = field.value;
      stopRenaming(row);
      act("rename", [row.dataset.id], title);
    });
    rename.addEventListener("keydown", (event) => {
      if (event.key === "Escape") stopRenaming(row);
    });
    rename.querySelector("[data-cancel]").addEventListener("click", () => stopRenaming(row));
  };

  /* The menu of a row */
  const openMenu = (dots) => {
    menuRow = dots.closest("li");
    menu.querySelector("[data-act=mark]").hidden = menuRow.dataset.eval === "true";
    menu.querySelector("[data-act=unmark]").hidden = menuRow.dataset.eval !== "true";
    menu.querySelector("[data-act=makePrivate]").hidden = menuRow.dataset.shared !== "true";
    menu.showPopover();
    const at = dots.getBoundingClientRect();
    const below = at.bottom + 4 + menu.offsetHeight <= innerHeight;
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - menu.offsetHeight)}px`;
    menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
    menu.querySelector("button:not([hidden])").focus();
  };

  const actOnRow = (action, row) => {
    menu.hidePopover();
    if (action === "rename") startRenaming(row);
    else actSurely(action, [row.dataset.id], titleOf(row));
  };

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const items = [...menu.querySelectorAll("button:not([hidden])")];
    const step = event.key === "ArrowDown" ? 1 : items.length - 1;
    items[(items.indexOf(document.activeElement) + step) % items.length].focus();
  });
  window.addEventListener("scroll", () => menu.matches(":popover-open") && menu.hidePopover(), { passive: true });

  document.addEventListener("click", (event) => {
    const dots = event.target.closest("[data-row-menu]");
    const action = event.target.closest("[data-act]");
    const all = event.target.closest("[data-pick]");
    if (dots) openMenu(dots);
    else if (action && menu.contains(action)) actOnRow(action.dataset.act, menuRow);
    else if (action) removeTests(action);
    else if (all) {
      for (const box of list.querySelectorAll(".pick input")) box.checked = all.dataset.pick === "all";
      count();
    } else if (event.target.closest("#select")) choosing(!list.classList.contains("picking"));
    else if (event.target.closest("#selectDone")) {
      choosing(false);
      document.getElementById("select").focus();
    } else if (list.classList.contains("picking") && event.target.closest(".item")) {
      event.preventDefault(); // while choosing, the whole row is the box
      const box = event.target.closest("li").querySelector(".pick input");
      box.checked = !box.checked;
      count();
    }
  });
  list.addEventListener("change", count);

  const removeTests = async (pressed) => {
    pressed.disabled = true;
    try {
      for (let left = true; left; ) { // some at a time
        const page = await opensync.send(form, button("removeTests"), []);
        if (!page) return;
        left = page.getElementById("tests") !== null;
      }
      opensync.toast(button("removeTests").dataset.one);
      for (const row of list.querySelectorAll("[data-test=true]")) row.remove();
      document.getElementById("tests").remove();
      if (list.children.length === 0) location.reload();
    } catch (failure) {
      opensync.toast(form.dataset.failed, "bad");
    }
    pressed.disabled = false;
  };

  form.addEventListener("submit", (event) => {
    const pressed = event.submitter;
    if (!pressed || "download" in pressed.dataset) return;
    event.preventDefault();
    const ids = picked();
    const action = pressed.id.replace("sessionsForm:", "");
    if (ids.length > 0) actSurely(action, ids, titleOf(rowOf(ids[0])));
  });
})();
