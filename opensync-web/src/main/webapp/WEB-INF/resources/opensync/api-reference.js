/* Draws the description of the HTTP interface with Swagger UI, in the theme of the page. */
(() => {
  "use strict";
  const area = document.getElementById("reference");
  const root = document.documentElement;
  const follow = () => root.classList.toggle("dark-mode", root.dataset.theme !== "tan");
  new MutationObserver(follow).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  follow();

  window.SwaggerUIBundle({
    url: area.dataset.from,
    domNode: area,
    deepLinking: true,
    defaultModelsExpandDepth: -1,
    docExpansion: "list",
    validatorUrl: null,
  });
})();
