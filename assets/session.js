/* The session of this browser. Its cookie is out of reach of every script, so all goes by HTTP: forms that are marked
   data-session are sent from here, and what is answered is shown where they stand.

   mbpSession.over()  the server says that nobody is signed in: asks it once more, and goes to the door if so. */
(() => {
  "use strict";
  const SESSION = "/session";
  const DOOR = "/sign-in";
  const HOME = "/clients/";
  const atDoor = () => Boolean(document.querySelector("[data-door]"));
  const path = () => location.pathname + location.search;

  const ask = async (address, body) => {
    const answer = await fetch(address, {
      method: body ? "POST" : "GET", body, cache: "no-store", credentials: "same-origin", redirect: "error",
      headers: { accept: "application/json" },
    });
    return [answer.status, await answer.json()];
  };

  window.mbpSession = {
    async over() {
      if (atDoor()) return;
      const [, told] = await ask(SESSION).catch(() => [0, {}]);
      if (told.over) location.replace(`${DOOR}/?back=${encodeURIComponent(path())}`);
    },
  };

  /* ---- forms ---- */
  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.("form[data-session]");
    if (!form) return;
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) send(form);
  });

  async function send(form) {
    form.setAttribute("aria-busy", "true");
    const body = new URLSearchParams(new FormData(form));
    body.set("back", new URLSearchParams(location.search).get("back") ?? HOME);
    const [status, told] = await ask(form.getAttribute("action"), body).catch(() => [0, {}]);
    form.removeAttribute("aria-busy");
    if (status === 200) return location.replace(told.goes_to);
    problem(form, told.problem ?? "The program did not answer. Nothing was lost. Try again.");
  }

  function problem(form, sentence) {
    const place = form.querySelector("[data-problem]");
    place.querySelector("[data-sentence]").textContent = sentence;
    place.hidden = false;
    form.querySelectorAll('input[type="password"]').forEach((field) => (field.value = ""));
    place.focus();
  }

  /* ---- at the door: what there is to do here ---- */
  async function arrive() {
    if (!atDoor()) return;
    const [status, told] = await ask(SESSION).catch(() => [0, {}]);
    // A link from elsewhere comes without the cookie, although somebody is signed in.
    if (status === 200 && !told.over) return location.replace(new URLSearchParams(location.search).get("back") ?? HOME);
    document.querySelectorAll("[data-demo]").forEach((offer) => (offer.hidden = !told.demo));
    document.documentElement.dataset.ready = "true";
  }
  addEventListener("load", arrive);
})();
