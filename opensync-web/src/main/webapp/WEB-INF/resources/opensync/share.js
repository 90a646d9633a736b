/* The search for secrets in a long session, after its page is drawn: stretch by stretch, each told as it comes. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const byId = (id) => document.getElementById(id);
  const card = byId("shareSecrets");
  if (!card || !card.dataset.next) return;

  /* What the reader is filling in stays under the hand while the list above it grows. */
  const keepingPlace = (change) => {
    const field = byId("shareTerms").contains(document.activeElement) ? document.activeElement : null;
    const before = field && field.getBoundingClientRect().top;
    change();
    if (field) window.scrollBy(0, field.getBoundingClientRect().top - before);
  };

  const finish = (fresh) => {
    const [insist, insisting] = [byId("secrets"), byId("secrets").parentElement];
    byId("secretsSeal").value = fresh.dataset.seal;
    byId("previewOther").hidden = fresh.querySelector("#previewOther").hidden;
    insist.disabled = insisting.hidden = byId("previewOther").hidden;
    byId("secretsSaid").textContent = byId("secretsTold").querySelector("h2").textContent;
  };

  const take = (fresh) => {
    const rows = byId("secretsTable").tBodies[0];
    rows.append(...fresh.querySelector("tbody").rows);
    rows.closest(".table-wrap").hidden = rows.rows.length === 0;
    byId("secretsTold").replaceWith(fresh.querySelector("#secretsTold"));
    card.dataset.next = fresh.dataset.next || "";
    if (!card.dataset.next) finish(fresh);
  };

  const fail = (failed) => {
    byId("secretsTold").hidden = failed;
    byId("secretsFailed").hidden = !failed;
  };

  const look = async () => {
    try {
      while (card.dataset.next) {
        const page = await opensync.read(card.dataset.next);
        if (!page) return;
        const fresh = page.getElementById("shareSecrets");
        keepingPlace(() => take(fresh));
      }
    } catch (failure) {
      keepingPlace(() => fail(true));
    }
  };

  byId("lookAgain").addEventListener("click", () => {
    fail(false);
    card.focus({ preventScroll: true });
    look();
  });
  look();
})();
