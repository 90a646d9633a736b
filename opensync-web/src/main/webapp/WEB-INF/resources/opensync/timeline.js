/* Sessions on a line of time: puts them in their place, scrolls by dragging, zooms. */
(() => {
  "use strict";
  const MOST = 32;
  const box = document.getElementById("timelineScroll");
  const output = document.getElementById("zoom");
  let zoom = 1;

  for (const element of document.querySelectorAll("#timeline [data-left], #timeline [data-rows]")) {
    for (const name of ["left", "width", "row", "rows"]) {
      if (name in element.dataset) element.style.setProperty(`--${name}`, element.dataset[name]);
    }
  }

  /* What is in the middle stays there. */
  const zoomTo = (wanted) => {
    const middle = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    zoom = Math.min(MOST, Math.max(1, wanted));
    box.style.setProperty("--zoom", zoom);
    box.scrollLeft = middle * box.scrollWidth - box.clientWidth / 2;
    output.textContent = `${zoom}×`;
    document.querySelector("[data-zoom=out]").disabled = zoom === 1;
    document.querySelector("[data-zoom=in]").disabled = zoom === MOST;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) zoomTo(button.dataset.zoom === "in" ? zoom * 2 : zoom / 2);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoomTo(zoom * 2);
    if (event.key === "-") zoomTo(zoom / 2);
  });
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomTo(event.deltaY < 0 ? zoom * 2 : zoom / 2);
  }, { passive: false });

  /* A finger scrolls by itself; a mouse drags. */
  let from = null;
  let dragged = false;
  box.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX, left: box.scrollLeft };
    dragged = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (Math.abs(event.clientX - from.x) > 4) dragged = true;
    if (dragged) {
      box.classList.add("dragging");
      box.scrollLeft = from.left - (event.clientX - from.x);
    }
  });
  window.addEventListener("pointerup", () => {
    from = null;
    box.classList.remove("dragging");
  });
  box.addEventListener("click", (event) => {
    if (dragged) event.preventDefault();
    dragged = false;
  }, { capture: true });

  zoomTo(1);
  box.scrollLeft = box.scrollWidth;
})();
