/* The list beside the session in view: another session takes the place of this one without a new page, under its own address. */
(() => {
  "use strict";
  const opensync = window.opensync;
  const tops = new Map();
  let shown = location.href;
  let asking = 0;

  const beside = () => document.getElementById("beside");
  const list = () => document.getElementById("sessions");
  const isShown = () => beside() !== null && beside().checkVisibility();
  const withoutPlace = (address) => address.split("#")[0];

  const mark = () => {
    if (!list()) return;
    for (const row of list().children) {
      const item = row.querySelector(".item");
      if (row.dataset.id === list().dataset.shown) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  };

  const reveal = () => {
    const row = list() && list().querySelector("[aria-current=true]");
    if (!row || !isShown()) return;
    const box = beside().getBoundingClientRect();
    const at = row.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) beside().scrollTop += at.top - box.top - beside().clientHeight / 3;
  };

  /* The list stays as it is: how far it is loaded, where it is scrolled, what has the focus. */
  const take = (page) => {
    const session = page.querySelector("article.session");
    opensync.page.ready(session);
    document.querySelector("article.session").replaceWith(session);
    document.querySelector(".crumbs").replaceChildren(...page.querySelector(".crumbs").childNodes);
    document.title = page.title;
    list().dataset.shown = document.getElementById("messages").dataset.session;
    mark();
    const more = document.getElementById("more");
    if (more) opensync.page.watch(more);
  };

  const open = async (address, pushed) => {
    const mine = ++asking;
    const article = document.querySelector("article.session");
    article.setAttribute("aria-busy", "true");
    tops.set(withoutPlace(shown), scrollY);
    try {
      const page = await opensync.page.read(address);
      if (!page || mine !== asking) return;
      if (pushed) history.pushState(null, "", address);
      shown = address;
      take(page);
      scrollTo({ top: pushed ? 0 : tops.get(withoutPlace(address)) || 0 });
      opensync.enterSession();
    } catch (failure) {
      location.assign(address); // the server says what is wrong
    }
  };

  document.addEventListener("click", (event) => {
    const item = event.target.closest(".beside .item");
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isShown()) return;
    event.preventDefault();
    open(item.href, true);
  });

  window.addEventListener("popstate", () => {
    if (withoutPlace(location.href) === withoutPlace(shown)) return; // only to another place in this session
    if (list()) open(location.href, false);
    else location.reload();
  });

  document.addEventListener("keydown", (event) => {
    const row = event.target.closest && event.target.closest(".beside li");
    if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    if (!next) return;
    event.preventDefault();
    next.querySelector(".item").focus();
  });

  /* The list is read once there is room for it. */
  const room = matchMedia("(min-width: 1180px)");
  const fill = async () => {
    if (!room.matches || !beside() || !beside().hidden) return;
    beside().hidden = false;
    list().setAttribute("aria-busy", "true");
    try {
      const page = await opensync.page.read(list().dataset.from);
      if (!page) return;
      const rows = [...page.querySelectorAll("#sessions > li")];
      rows.forEach(opensync.page.ready);
      list().replaceChildren(...rows);
      const more = page.getElementById("more");
      if (more) {
        more.id = list().dataset.more;
        list().after(more.parentElement);
      }
      mark();
      reveal();
    } catch (failure) {
      const told = document.createElement("p");
      told.className = "widget-failed";
      told.setAttribute("role", "alert");
      told.textContent = beside().dataset.failed;
      list().before(told);
    }
    list().removeAttribute("aria-busy");
  };

  document.addEventListener("opensync:rows", mark);
  room.addEventListener("change", fill);
  fill();
})();
