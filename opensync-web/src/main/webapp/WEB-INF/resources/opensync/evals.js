/* What is done with the sessions of the evals page: choosing them, judging and tagging them, exporting and keeping them. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const SOON_MILLIS = 250;
  const NEXT = "opensync-evals-next";
  const byId = (id) => document.getElementById(id);
  const form = byId("evalsForm");
  const list = byId("evals");

  const button = (action) => byId(`evalsForm:${action}`);
  const rowOf = (id) => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const boxes = () => [...list.querySelectorAll("td.tick input")];
  const picked = () => boxes().filter((box) => box.checked).map((box) => box.value);
  const titleOf = (row) => row.querySelector("td.name a").textContent;
  const failed = (failure) => opensync.toast((failure instanceof Error && !(failure instanceof TypeError) && failure.message) || form.dataset.failed, "bad");

  const count = () => {
    const ids = picked();
    const shown = byId("selected");
    shown.textContent = `${ids.length} ${shown.dataset.word}`;
    form.hidden = ids.length === 0;
    const all = byId("tickAll");
    all.checked = ids.length > 0 && ids.length === boxes().length;
    all.indeterminate = ids.length > 0 && !all.checked;
  };

  /* The server answers with the sessions as they are now, and with the counts; what is missing is gone. */
  const takeRows = (ids, page) => {
    for (const id of ids) {
      const old = rowOf(id);
      const row = page.querySelector(`#evals > [data-id="${CSS.escape(id)}"]`);
      if (!old) continue;
      if (!row) {
        old.remove();
        continue;
      }
      const focused = old.contains(document.activeElement) && document.activeElement.matches("select");
      row.querySelector("td.tick input").checked = old.querySelector("td.tick input").checked;
      opensync.page.ready(row);
      old.replaceWith(row);
      if (focused) row.querySelector("select").focus({ preventScroll: true });
    }
    byId("evalCounts").replaceWith(page.getElementById("evalCounts"));
    byId("knownTags").replaceWith(page.getElementById("knownTags"));
  };

  const act = async (action, ids, fields = {}) => {
    try {
      if (!(await opensync.sendInTurn(form, button(action), ids, fields, takeRows))) return;
      const { one, many } = button(action).dataset;
      opensync.toast(ids.length > 1 ? `${ids.length} ${many}` : one);
    } catch (failure) {
      failed(failure);
      for (const status of list.querySelectorAll("select.status")) status.value = status.dataset.status;
    }
    if (list.children.length === 0) location.reload();
    count();
  };

  const actSurely = async (action, ids) => {
    const { ask, askMany, askHint, askHintMany } = button(action).dataset;
    const hint = ids.length > 1 ? `${ids.length} ${form.dataset.sessions} ${askHintMany}` : `${titleOf(rowOf(ids[0]))}: ${askHint}`;
    if (await opensync.ask({ title: ids.length > 1 ? askMany : ask, hint, yes: button(action).value })) await act(action, ids);
  };

  list.addEventListener("change", (event) => {
    const status = event.target.closest("select.status");
    if (status) act("setStatus", [status.closest("tr").dataset.id], { newStatus: status.value });
    count();
  });
  byId("tickAll").addEventListener("change", (event) => {
    for (const box of boxes()) box.checked = event.target.checked;
    count();
  });
  byId("tickNone").addEventListener("click", () => {
    for (const box of boxes()) box.checked = false;
    count();
    byId("tickAll").focus();
  });
  byId("bulkStatus").addEventListener("change", (event) => {
    const status = event.target.value;
    event.target.value = "keep";
    if (status !== "keep") act("setStatus", picked(), { newStatus: status });
  });
  byId("bulkTags").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    button("addTags").click();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const action = event.submitter.id.replace("evalsForm:", "");
    const ids = picked();
    if (action === "remove") actSurely(action, ids);
    if (action === "addTags" && byId("bulkTags").value.trim()) {
      const tags = byId("bulkTags").value;
      byId("bulkTags").value = "";
      await act(action, ids, { newTags: tags });
    }
  });

  /* Export */
  const exporting = byId("exportForm");
  let chosen = [];
  let asked = 0;
  let later = 0;

  const isChosen = (area) => area.elements.which.value === "chosen";

  const preview = async () => {
    const question = ++asked;
    const area = byId("exportPreview");
    area.setAttribute("aria-busy", "true");
    try {
      const page = await opensync.send(exporting, byId("exportForm:preview"), isChosen(exporting) ? chosen : []);
      if (!page || question !== asked) return;
      area.replaceChildren(...page.getElementById("exportPreview").childNodes);
      byId("exportForm:download").disabled = byId("previewNothing") !== null;
    } catch (failure) {
      failed(failure);
    } finally {
      if (question === asked) area.removeAttribute("aria-busy");
    }
  };

  /* Single test cases: the server lists those that the form means; what is unticked is left out. */
  const choosing = (area) => {
    const details = area.querySelector("details.cases");
    const left = details.querySelector("input[name=without]");
    const listing = details.querySelector(".case-list");
    const without = () => new Set(left.value.split(" ").filter(Boolean));
    let asked = 0;
    const leave = (cases) => {
      left.value = [...cases].join(" ");
      details.querySelector("output").textContent = cases.size ? `${cases.size} ${details.dataset.left}` : "";
    };
    const load = async () => {
      if (!details.open) return;
      const question = ++asked;
      listing.setAttribute("aria-busy", "true");
      try {
        const page = await opensync.send(area, byId(`${area.id}:cases`), isChosen(area) ? chosen : []);
        if (!page || question !== asked) return;
        listing.replaceChildren(...page.getElementById(listing.id).childNodes);
        for (const box of listing.querySelectorAll("input")) box.checked = !without().has(box.dataset.case);
      } catch (failure) {
        failed(failure);
      } finally {
        if (question === asked) listing.removeAttribute("aria-busy");
      }
    };
    details.addEventListener("toggle", load);
    area.addEventListener("change", (event) => {
      const box = event.target.dataset.case;
      if (box) {
        const cases = without();
        if (event.target.checked) cases.delete(box);
        else cases.add(box);
        leave(cases);
        return;
      }
      if (event.target.name === "turnMode" || event.target.name === "which") leave(new Set());
      load();
    });
    return () => {
      details.open = false;
      leave(new Set());
    };
  };
  const allCases = choosing(exporting);

  const fit = () => {
    const format = exporting.elements.format.value;
    for (const option of exporting.querySelectorAll("[data-only]")) option.hidden = !option.dataset.only.split(" ").includes(format);
  };

  const choose = () => {
    chosen = picked();
    return chosen.length > 0;
  };

  byId("export").addEventListener("click", () => {
    const some = choose();
    byId("whichChosen").disabled = !some;
    byId(some ? "whichChosen" : "whichAll").checked = true;
    byId("whichCount").textContent = some ? chosen.length : "";
    fit();
    allCases();
    byId("exportDialog").showModal();
    preview();
  });
  for (const kind of ["input", "change"]) {
    exporting.addEventListener(kind, () => {
      fit();
      clearTimeout(later);
      later = setTimeout(preview, SOON_MILLIS);
    });
  }

  const showNext = (format) => {
    const panel = byId("whatsNext");
    for (const step of panel.querySelectorAll("[data-format]")) step.hidden = format !== "all" && step.dataset.format !== format;
    panel.hidden = !panel.querySelector("[data-format]:not([hidden])");
  };

  /* The browser stores the answer as a file and stays on this page. */
  exporting.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.id === "exportForm:preview") {
      event.preventDefault();
      return;
    }
    for (const old of exporting.querySelectorAll("input[name=session]")) old.remove();
    for (const id of isChosen(exporting) ? chosen : []) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "session";
      field.value = id;
      exporting.append(field);
    }
    const format = exporting.elements.format.value;
    sessionStorage.setItem(NEXT, format);
    setTimeout(() => {
      byId("exportDialog").close();
      showNext(format);
      byId("whatsNext").scrollIntoView({ block: "nearest" });
    });
  });
  byId("nextClose").addEventListener("click", () => {
    sessionStorage.removeItem(NEXT);
    byId("whatsNext").hidden = true;
    byId("export").focus();
  });
  if (sessionStorage.getItem(NEXT)) showNext(sessionStorage.getItem(NEXT));

  /* Datasets */
  const keeping = byId("datasetForm");
  const allKept = choosing(keeping);
  byId("keep").addEventListener("click", () => {
    const some = choose();
    byId("datasetWhich").value = some ? "chosen" : "all";
    const hint = byId("datasetHint");
    hint.textContent = some ? `${chosen.length} ${hint.dataset.chosen}` : hint.dataset.all;
    allKept();
    byId("datasetDialog").showModal();
    byId("datasetName").focus();
  });
  keeping.addEventListener("submit", async (event) => {
    event.preventDefault();
    const pressed = byId("datasetForm:keep");
    pressed.disabled = true;
    try {
      const page = await opensync.send(keeping, pressed, isChosen(keeping) ? chosen : []);
      if (!page) return;
      byId("datasetDialog").close();
      byId("knownDatasets").replaceWith(page.getElementById("knownDatasets"));
      opensync.toast(keeping.dataset.done);
    } catch (failure) {
      failed(failure);
    } finally {
      pressed.disabled = false;
    }
  });

  for (const opener of [byId("export"), byId("keep")]) opener.disabled = list.children.length === 0;
  count();
  new MutationObserver(count).observe(list, { childList: true });
})();
