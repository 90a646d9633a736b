/* What the owner does to the session in view: its forms are sent without leaving the page, and its header is read again. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const FORGOTTEN = 409;

  const list = () => document.getElementById("messages");
  const failed = () => opensync.toast(document.getElementById("toasts").dataset.failed, "bad");

  const send = (form, button) => {
    const body = new URLSearchParams(new FormData(form));
    body.append(button.name, button.value);
    body.append("since", list().dataset.last);
    return fetch(form.action, { method: "POST", credentials: "same-origin", body });
  };

  /* The server keeps only the last pages of a browser in mind; what was typed here goes into a new one. */
  const sendAgain = async (form, button) => {
    const page = await opensync.read(`session?id=${encodeURIComponent(list().dataset.session)}&since=${list().dataset.last}`);
    if (!page) return null;
    const fresh = page.getElementById(form.getAttribute("id"));
    for (const field of form.querySelectorAll("input[type=text], select, textarea")) fresh.elements[field.name].value = field.value;
    return send(fresh, button);
  };

  const take = async (answer, done) => {
    if (new URL(answer.url).pathname !== location.pathname) {
      opensync.toastNext(done);
      location.assign(document.getElementById("backToList")?.href || answer.url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const refused = page.getElementById("labelRefused");
    if (refused && refused.textContent.trim()) {
      opensync.page.takeState(page);
      opensync.toast(refused.textContent.trim(), "bad");
      return;
    }
    document.getElementById("renameArea").hidden = true;
    for (const menu of document.querySelectorAll("#sessionHeader details[open]")) menu.open = false;
    opensync.takeHeader(page);
    opensync.takeEvalPanel(page);
    document.title = page.title;
    const back = document.querySelector(".crumbs .back").href;
    document.querySelector(".crumbs").replaceChildren(...page.querySelector(".crumbs").childNodes);
    document.querySelector(".crumbs .back").href = back; // under the filters of this page
    opensync.page.refresh();
    if (document.activeElement === document.body) document.querySelector("#moreMenu > summary").focus();
    opensync.toast(done);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("#sessionHeader form, #evalPanel form");
    if (!form) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "busy";
    opensync.leaving = form.getAttribute("id") === "deleteForm";
    try {
      let answer = await send(form, event.submitter);
      if (answer.status === FORGOTTEN) answer = await sendAgain(form, event.submitter);
      if (!answer) return;
      if (!answer.ok) throw new Error(String(answer.status));
      await take(answer, form.dataset.done);
    } catch (failure) {
      opensync.leaving = false;
      failed();
    } finally {
      delete form.dataset.busy;
    }
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-fetch]");
    if (!button) return;
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.fetch, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      await opensync.copy(await answer.text());
      opensync.toast(document.getElementById("toasts").dataset.copied);
    } catch (failure) {
      failed();
    } finally {
      button.disabled = false;
      button.closest("details").open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    const area = document.getElementById("renameArea");
    if (event.key === "Escape" && area && area.contains(event.target)) area.hidden = true;
  });
})();
