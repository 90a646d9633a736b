/* What the reader keeps on the context page: saving, running again, renaming and deleting. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const FORGOTTEN = 409;
  const form = document.getElementById("libraryForm");
  const dialog = document.getElementById("nameDialog");
  const field = document.getElementById("keptName");

  const button = (action) => document.getElementById(`libraryForm:${action}`);
  const itemOf = (element) => element.closest("[data-item]").dataset.item;
  const nameOf = (element) => element.closest("[data-item]").querySelector(".t").textContent;

  const body = (action, values) => {
    const fields = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(values)) fields.set(name, value);
    fields.set(button(action).name, button(action).value);
    return fields;
  };
  const send = (action, values, further) =>
    fetch(location.href, { method: "POST", credentials: "same-origin", body: body(action, values), ...further });

  const takeLibrary = (page) => {
    const library = document.getElementById("library");
    library.replaceWith(page.getElementById("library"));
    opensync.times(document.getElementById("library"));
  };

  /* True if it was done. */
  const act = async (action, values) => {
    try {
      let answer = await send(action, values);
      if (answer.status === FORGOTTEN) {
        await opensync.page.read(location.href);
        answer = await send(action, values);
      }
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      opensync.page.takeState(page);
      takeLibrary(page);
      const refused = document.getElementById("libraryFailed");
      if (refused) opensync.toast(refused.textContent, "bad");
      else opensync.toast(button(action).dataset.done);
      return !refused;
    } catch (failure) {
      opensync.toast(document.getElementById("toasts").dataset.failed, "bad");
      return false;
    }
  };

  /* Asks for a name; then does what was meant. */
  let meant = null;
  const askName = (kind, name, action, values, change) => {
    meant = { action, values, change };
    document.getElementById("nameTitle").textContent = dialog.dataset[kind];
    const hint = document.getElementById("nameHint");
    hint.textContent = dialog.dataset[`${kind}Hint`] || "";
    hint.hidden = !hint.textContent;
    document.getElementById("nameChange").hidden = !change;
    field.value = name;
    dialog.returnValue = "";
    dialog.showModal();
    field.focus();
    field.select();
  };

  dialog.addEventListener("close", () => {
    if (!meant || !dialog.returnValue) return;
    const { action, values, change } = meant;
    meant = null;
    const named = { ...values, name: field.value };
    if (dialog.returnValue === "change") act("changeSearch", { ...named, item: change });
    else act(action, named);
  });

  const remove = async (pressed) => {
    const action = pressed.dataset.remove;
    const { ask, yes } = button(action).dataset;
    if (await opensync.ask({ title: ask, hint: nameOf(pressed), yes })) act(action, { item: itemOf(pressed) });
  };

  const words = () => document.getElementById("contextQuery").value.trim();
  const open = () => document.querySelector("#savedSearches li.on");

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button, a");
    if (!pressed) return;
    const { rename, act: action, use } = pressed.dataset;
    if (pressed.id === "saveSearch") {
      askName("save", open() ? nameOf(open().querySelector(".t")) : words().slice(0, 80), "saveSearch", {}, open() && open().dataset.item);
    } else if (pressed.id === "makePack") askName("pack", words().slice(0, 80), "makePack", {});
    else if (rename) askName("rename", nameOf(pressed), rename, { item: itemOf(pressed) });
    else if (pressed.dataset.remove) remove(pressed);
    else if (action && pressed.closest("#library")) {
      pressed.disabled = true;
      act(action, { item: itemOf(pressed) });
    } else if (use) send(use, { item: itemOf(pressed) }, { keepalive: true });
  });

  document.addEventListener("opensync:bookmarked", async () => {
    const page = await opensync.page.read(location.href);
    if (page) takeLibrary(page);
  });
})();
