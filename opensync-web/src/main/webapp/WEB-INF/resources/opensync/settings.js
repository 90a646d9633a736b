/* The settings page: phrases that have to be typed, and how far a deletion is. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const EVERY_MILLIS = 1000;

  const check = (field) => {
    const button = field.form.querySelector("input[type=submit]");
    button.disabled = field.value.trim().toLowerCase() !== field.dataset.phrase.toLowerCase();
  };
  for (const field of document.querySelectorAll("[data-phrase]")) {
    check(field);
    field.addEventListener("input", () => check(field));
    field.closest("dialog").addEventListener("close", () => {
      field.value = "";
      check(field);
    });
  }

  const area = document.getElementById("danger");
  const show = (progress) => {
    document.getElementById("erasureProgress").value = progress.percent;
    for (const [name, count] of Object.entries(progress.counts)) {
      area.querySelector(`[data-count="${name}"]`).textContent = count;
    }
    if (!progress.running) {
      document.getElementById("erasure").classList.remove("busy");
      document.getElementById("erasureState").textContent = area.dataset.done;
      document.getElementById("eraseSessions").disabled = false;
      opensync.toast(area.dataset.done);
    }
    return progress.running;
  };

  const look = async () => {
    let more = true;
    try {
      const answer = await fetch(area.dataset.erasure, { credentials: "same-origin" });
      if (answer.redirected) return;
      if (answer.ok) more = show(await answer.json());
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure; // the server is away, and will be asked again
    }
    if (more) setTimeout(look, EVERY_MILLIS);
  };
  if (area.dataset.running === "true") setTimeout(look, EVERY_MILLIS / 2);
})();
