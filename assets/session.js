/* The session of this browser. Its cookie is out of reach of every script, so all goes by HTTP: forms marked
   data-session are sent from here, and what is answered is shown where they stand.

   mbpSession.over()  the server says that nobody is signed in here: asks it, and lets the person sign in (again).

   A step (data-step) of a door is shown at a time: at the door itself, in the dialog over a page (data-again), or in a
   part of the account page (data-steps). An answer names the next step, or where to go. */
(() => {
  "use strict";
  const SESSION = "/session";
  const DOOR = "/sign-in/";
  const HOME = "/";
  const WARNING = 120;
  const MINUTE = 60_000;
  const { _ } = window.mbp;
  const UNANSWERED = _("The program did not answer. Nothing was lost. Try again.");
  const WHY = { idle: _("Nothing has happened here for a while."), hours: _("You have been signed in for twelve hours.") };
  const OPENING = { "set-up": "/session/set-up" };

  const query = (name) => new URLSearchParams(location.search).get(name);
  const atDoor = () => Boolean(document.querySelector("[data-door]"));
  const again = () => document.querySelector("dialog[data-again]");
  const warning = () => document.getElementById("session-warning");
  const forget = () => window.mbpKept?.forget(); // What was half typed.
  const leaveFor = (address) => location.replace(address);
  const toDoor = () => leaveFor(`${DOOR}?back=${encodeURIComponent(location.pathname + location.search)}`);
  const others = new BroadcastChannel("mbp-session");

  async function ask(address, body) {
    try {
      const answer = await fetch(address, {
        method: body ? "POST" : "GET", body, cache: "no-store", credentials: "same-origin", redirect: "error",
        headers: { accept: "application/json" },
      });
      return [answer.status, await answer.json()];
    } catch {
      return [0, { problem: UNANSWERED }];
    }
  }
  const post = (address, fields = {}) => ask(address, new URLSearchParams({ "": "", ...fields }));

  /* ---- forms ---- */
  let same = false; // Whether who signs in is who was signed in here before.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.("form[data-session]");
    if (!form) return;
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) send(form);
  });

  async function send(form) {
    form.setAttribute("aria-busy", "true");
    const fields = Object.fromEntries(new FormData(form));
    if (form.dataset.fragment) fields[form.dataset.fragment] = location.hash.slice(1);
    const [status, told] = await post(form.getAttribute("action"), { ...fields, back: query("back") ?? HOME });
    form.removeAttribute("aria-busy");
    clear(form);
    if (told.out) forget(), others.postMessage("out");
    if (told.again !== undefined && !form.closest('[data-step="code"]')) {
      same = told.again;
      if (!same) forget();
    }
    if (told.step) {
      show(stepsOf(form), told);
      if (told.problem) problem(stepsOf(form).querySelector(`[data-step="${told.step}"] form`), told);
    } else if (status !== 200) problem(form, told);
    else if (form.closest("[data-again]") && same) backAgain();
    else leaveFor(form.closest("[data-again]") ? HOME : told.goes_to);
  }

  const fieldsOf = (form) => form.querySelectorAll("input:not([type=hidden])");
  function clear(form) {
    form.querySelectorAll("[data-problem], [data-error]").forEach((place) => (place.hidden = true));
    fieldsOf(form).forEach((field) => field.removeAttribute("aria-invalid"));
    form.querySelectorAll('input[type="password"], .code6').forEach((field) => (field.value = ""));
  }

  function problem(form, told) {
    for (const [name, sentence] of Object.entries(told.fields ?? {})) {
      const place = form.querySelector(`[data-error="${name}"]`);
      if (!place) continue;
      place.querySelector("span").textContent = sentence;
      place.hidden = false;
      form.elements[name].setAttribute("aria-invalid", "true");
    }
    const place = form.querySelector("[data-problem]");
    if (!place) return;
    const wrong = Object.entries(told.fields ?? {});
    place.querySelector("[data-sentence]").replaceChildren(wrong.length > 0 ? listed(form, wrong) : told.problem);
    place.hidden = false;
    place.focus();
  }

  /* Each sentence leads to its field. */
  function listed(form, wrong) {
    const list = document.createElement("ul");
    for (const [name, sentence] of wrong) {
      const link = document.createElement("a");
      if (form.elements[name]) Object.assign(link, { href: `#${form.elements[name].id}` }).dataset.focuses = name;
      link.textContent = sentence;
      list.appendChild(document.createElement("li")).append(link);
    }
    return list;
  }

  /* ---- steps ---- */
  const stepsOf = (inside) => inside.closest("[data-door], [data-again], [data-steps]");

  async function show(steps, told) {
    const step = steps.querySelector(`[data-step="${told.step}"]`);
    if (!step) return toDoor();
    if (OPENING[told.step] && !told.key) {
      const [, opened] = await post(OPENING[told.step]);
      if (opened.step) return show(steps, opened);
      told = { ...told, ...opened };
    }
    steps.querySelectorAll("[data-step]").forEach((other) => (other.hidden = other !== step));
    if (told.key) {
      step.querySelector("[data-picture]").src = told.picture;
      step.querySelector("[data-key]").textContent = told.key;
    }
    if (told.codes) {
      const line = (code) => Object.assign(document.createElement("li"), { textContent: code });
      step.querySelector("[data-codes]").replaceChildren(...told.codes.map(line));
      step.dataset.next = told.goes_to;
    }
    (step.querySelector("input") ?? step.querySelector("h1, h2")).focus();
  }

  const codesIn = (step) => [...step.querySelectorAll("[data-codes] li, [data-link]")].map((line) => line.textContent).join("\n");
  document.addEventListener("click", ({ target }) => {
    const at = (name) => target.closest?.(`[data-${name}]`);
    const step = target.closest?.("[data-step]");
    if (at("goes-on")) leaveFor(step.dataset.next ?? HOME);
    if (at("stays")) keep();
    if (at("shows")) show(stepsOf(target), { step: at("shows").dataset.shows });
    const took = (words) => (step.querySelector("[data-took]").textContent = words);
    if (at("copies")) navigator.clipboard.writeText(codesIn(step)).then(() => took(_("Copied.")), () => took(_("Copy them by hand.")));
    if (at("saves")) {
      const text = `${_("My Best Practice: recovery codes")}\n\n${codesIn(step)}\n`;
      const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
      Object.assign(document.createElement("a"), { href, download: "recovery-codes.txt" }).click();
      took(_("Saved."));
    }
  });

  /* ---- how long it lasts ---- */
  let end = Infinity;
  let kept = 0;
  let timer;

  function lasts({ seconds, idle }) {
    end = Date.now() + seconds * 1000;
    kept = Math.max(kept, Date.now() - (idle - seconds) * 1000);
    clearTimeout(timer);
    if (warning()?.open && seconds > WARNING) warning().close();
    timer = setTimeout(look, Math.min(MINUTE, Math.max(1000, seconds * 1000 - WARNING * 1000 + 500)));
  }

  /* Asks how it stands: somebody may have signed out elsewhere, or have worked in another tab. */
  async function look() {
    if (again()?.open) return;
    const [status, told] = await ask(SESSION);
    if (told.over !== undefined) return ended(told);
    if (status !== 200) return void (timer = setTimeout(look, MINUTE));
    lasts(told);
    if (told.seconds <= WARNING) warn(told);
  }

  /* Its person is there, and says so at most once a minute. */
  async function keep() {
    const [status, told] = await post(`${SESSION}/stay`);
    if (told.over !== undefined) return ended(told);
    if (status === 200) {
      lasts(told);
      others.postMessage("here");
      if (told.seconds <= WARNING) warn(told);
    }
  }

  function busy(event) {
    if (event.isTrusted && !atDoor() && !warning()?.open && !again()?.open && Date.now() - kept > MINUTE) {
      kept = Date.now();
      setTimeout(keep, 300); // What was clicked goes first.
    }
  }
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, busy, { capture: true, passive: true });
  }

  function warn({ why }) {
    const dialog = warning();
    if (!dialog || dialog.open) return;
    dialog.querySelector("[data-why]").textContent = WHY[why] ?? "";
    dialog.querySelector("[data-stays]").hidden = why === "hours";
    dialog.showModal();
    count(dialog);
  }

  function count(dialog) {
    if (!dialog.open) return;
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    const words = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    dialog.querySelector("[data-left]").textContent = words;
    if (left <= 0) look();
    else setTimeout(count, 1000, dialog);
  }

  /* ---- it is over ---- */
  function ended({ over, was_demo }) {
    if (atDoor() || again()?.open) return;
    warning()?.close();
    // Who went away by themselves, or was sent away, leaves nothing on the screen.
    if (!(over in WHY)) forget();
    if (!again() || !(over in WHY)) return toDoor();
    again().querySelectorAll("[data-demo]").forEach((offer) => (offer.hidden = !was_demo));
    show(again(), { step: "sign-in" });
    again().showModal();
    again().querySelector('input[type="email"]').focus();
  }

  /* The same person is back: the socket gets the new cookie, and the page stays as it was left. */
  function backAgain() {
    again().close();
    dispatchEvent(new Event("pagehide"));
    document.dispatchEvent(new Event("visibilitychange"));
    look();
  }

  /* No key leaves these dialogs, or reaches what lies under them. */
  addEventListener("keydown", (event) => {
    if (!warning()?.open && !again()?.open) return;
    if (event.key === "Escape") event.preventDefault();
    if (event.key === "Escape" || event.ctrlKey || event.metaKey || event.altKey) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("cancel", (event) => {
    if (event.target === warning() || event.target === again()) event.preventDefault(), event.stopImmediatePropagation();
  }, true);

  others.addEventListener("message", ({ data }) => {
    if (atDoor()) return;
    if (data === "out") forget(), toDoor();
    else look();
  });
  document.addEventListener("visibilitychange", ({ isTrusted }) => {
    if (isTrusted && document.visibilityState === "visible" && !atDoor()) look();
  });
  window.mbpSession = { over: () => atDoor() || look() };

  /* ---- arriving ---- */
  async function arrive() {
    const done = query("done");
    document.querySelectorAll("[data-done]").forEach((note) => (note.hidden = note.dataset.done !== done));
    const door = document.querySelector("[data-door]");
    if (!door) return look();
    const [status, told] = await ask(`${SESSION}?back=${encodeURIComponent(query("back") ?? "")}`);
    if (door.querySelector('[data-step="sign-in"]')) {
      // A link from elsewhere comes without the cookie, although somebody is signed in.
      if (status === 200 && told.over === undefined) return leaveFor(told.goes_to);
      door.querySelectorAll("[data-demo]").forEach((offer) => (offer.hidden = !told.demo));
      if (told.first) await show(door, { step: "first" });
      else if (told.stage) await show(door, { step: told.stage });
    }
    document.documentElement.dataset.ready = "true";
  }
  addEventListener("load", arrive);
})();
