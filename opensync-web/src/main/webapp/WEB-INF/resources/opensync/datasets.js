/* Asks before a dataset is deleted. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-delete]");
    if (!pressed) return;
    document.getElementById("deletedDataset").value = pressed.dataset.delete;
    document.getElementById("deletedName").textContent = pressed.closest("[data-name]").dataset.name;
    document.getElementById("deleteDialog").showModal();
    document.getElementById("deleteForm:confirm").focus();
  });
})();
