/* Sends a form of the page together with what is chosen in its list, and hands over the page that the server answers with. */
(() => {
  "use strict";
  const AT_A_TIME = 100;
  const FORGOTTEN = 409;
  const opensync = window.opensync;

  const post = (form, button, ids, fields) => {
    const body = new URLSearchParams(new FormData(form));
    body.delete("session");
    for (const id of ids) body.append("session", id);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set(button.name, button.value);
    return fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { Accept: "text/html" } });
  };

  /* A page that was open for long has lost its state on the server; reading the list once gives it another. */
  const postPatiently = async (...what) => {
    const answer = await post(...what);
    if (answer.status !== FORGOTTEN) return answer;
    await opensync.page.read(opensync.page.beginning());
    return post(...what);
  };

  /* The page of the answer; null if that is another page. Fails where the server does, or with what it has to say. */
  opensync.send = async (form, button, ids, fields = {}) => {
    const answer = await postPatiently(form, button, ids, fields);
    if (answer.redirected) {
      location.reload(); // signed out meanwhile: the server leads to sign-in and back
      return null;
    }
    if (!answer.ok) throw new Error();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    opensync.page.takeState(page);
    const refused = page.getElementById("refused");
    if (refused && refused.textContent.trim()) throw new Error(refused.textContent.trim());
    return page;
  };

  /* Some at a time; take(ids, page) after each. False if the reader has to sign in first. */
  opensync.sendInTurn = async (form, button, ids, fields, take) => {
    for (let i = 0; i === 0 || i < ids.length; i += AT_A_TIME) {
      const some = ids.slice(i, i + AT_A_TIME);
      const page = await opensync.send(form, button, some, fields);
      if (!page) return false;
      take(some, page);
    }
    return true;
  };
})();
