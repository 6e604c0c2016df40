/* What is half typed in a form comes back: after Back, a reload, a page that was lost. It is kept in this tab alone
   (sessionStorage), from the first change until the form is closed in any way, and goes with signing out
   (session.js) and with the tab. Never in localStorage: it is health data.

   Only fields that differ from what the form was opened with are kept, so that nothing which somebody else saved
   meanwhile is overwritten by what was merely there. Files, passwords and hidden fields are not. A page that comes back
   with a form half typed opens it again by what had opened it, and says so. data-keeping: not written yet. */
(() => {
  "use strict";
  const STORE = "mbp-kept";
  const LONGEST = 12 * 3600_000;
  const { _ } = window.mbp;
  const BACK = _("What you typed here before is back.");
  const SOON = 250;
  const FIELDS = "input[name], select[name], textarea[name]";
  const NOT_KEPT = '[type="hidden"], [type="file"], [type="password"]';
  const { mbp } = window;
  const opened = new WeakMap(); // dialog -> what its form was opened with, and by what
  let clicked = null;
  let timer;
  let over = false; // Whoever typed here has signed out.
  window.mbpKept = {
    forget() {
      over = true;
      sessionStorage.removeItem(STORE);
    },
  };

  const all = () => JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
  function write(key, value) {
    if (over) return;
    const kept = all();
    for (const [name, { at }] of Object.entries(kept)) if (Date.now() - at > LONGEST) delete kept[name];
    if (value) kept[key] = value;
    else delete kept[key];
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  }

  /* Of which thing a form is: where it stands, what it is called, and the ids that it carries. */
  function keyOf(dialog) {
    const words = [...dialog.querySelectorAll(":scope > header :is(h2, p)")].map((part) => part.textContent);
    const ids = [...dialog.querySelectorAll('form > input[type="hidden"]')].map((input) => input.value);
    return [location.pathname, dialog.id, ...words, ...ids].join("|");
  }

  /* ---- what stands in the fields, by name; of rows their order, as [number of the list, ids] ---- */
  const combo = (input) => input.closest(".combo");
  const hiddenOf = (input) => combo(input)?.querySelector('input[type="hidden"]').value;
  const valueOf = (input) =>
    input.matches('[type="checkbox"], [type="radio"]') ? input.checked : combo(input) ? [hiddenOf(input), input.value] : input.value;
  const fieldsOf = (dialog) => [...dialog.querySelectorAll(FIELDS)].filter((input) => !input.matches(NOT_KEPT));
  const valuesOf = (dialog) => Object.fromEntries(fieldsOf(dialog).map((input) => [nameOf(input), valueOf(input)]));
  const listsOf = (dialog) => [...dialog.querySelectorAll("[data-rows]")];
  /* Of a field in a row: the number of its list, its row, and its name without that. */
  function nameOf(input) {
    const row = input.closest("[data-row]")?.dataset.row;
    if (row === undefined) return input.type === "radio" ? `${input.name}=${input.value}` : input.name;
    return `${listsOf(input.closest("dialog")).indexOf(input.closest("[data-rows]"))}:${row}:${input.name.replace(`-${row}`, "-*")}`;
  }
  const idsOf = (list) => [...list.querySelectorAll("[data-row]")].map((row) => row.dataset.row);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /* ---- keeping ---- */
  document.addEventListener("click", ({ target }) => (clicked = target.closest?.("[data-opens]") ?? clicked), true);
  document.addEventListener("mbp:filled", ({ target: dialog }) => {
    if (!dialog.dataset.guard) return;
    const back = clicked?.dataset.opens === dialog.id ? { press: byId(clicked), menu: clicked.dataset.returns } : null;
    opened.set(dialog, { key: keyOf(dialog), path: location.pathname, values: valuesOf(dialog), lists: listsOf(dialog).map(idsOf), back });
    const kept = all()[keyOf(dialog)];
    if (kept && Date.now() - kept.at < LONGEST) putBack(dialog, kept);
  });
  const byId = (el) => el.dataset.testid && `[data-testid="${el.dataset.testid}"]`;

  function keep(dialog) {
    const before = opened.get(dialog);
    delete dialog.dataset.keeping;
    if (over || !before || !dialog.open || dialog.dataset.dirty === undefined) return;
    const now = Object.entries(valuesOf(dialog)).filter(([name, value]) => !same(value, before.values[name]));
    const lists = listsOf(dialog).map(idsOf);
    write(before.key, {
      typed: Object.fromEntries(now), lists: same(lists, before.lists) ? null : lists, at: Date.now(),
      path: before.path, back: before.back,
    });
  }
  const soon = ({ target }) => {
    const dialog = target.closest?.("dialog[data-guard]");
    if (!dialog || !opened.has(dialog)) return;
    clearTimeout(timer);
    dialog.dataset.keeping = "";
    timer = setTimeout(keep, SOON, dialog);
  };
  for (const kind of ["input", "change", "click", "mbp:picked", "focusout"]) document.addEventListener(kind, soon);
  for (const leaving of ["pagehide", "popstate"]) addEventListener(leaving, () => keep(mbp.top() ?? document.body), true);
  document.addEventListener("mbp:closed", ({ target }) => {
    const before = opened.get(target);
    clearTimeout(timer);
    if (before) write(before.key, null);
    opened.delete(target);
    delete target.dataset.keeping;
    note(target, "");
  });

  /* ---- putting back ---- */
  const note = (dialog, words) => {
    const place = dialog.querySelector("[data-kept]");
    if (place) place.textContent = words;
  };
  const until = async (done, tries = 150) => {
    while (!done() && tries-- > 0) await new Promise(requestAnimationFrame);
    return done();
  };

  async function putBack(dialog, { typed, lists }) {
    dialog.dataset.dirty = "";
    note(dialog, BACK);
    await until(() => false, 2);
    const called = lists ? await rows(dialog, lists) : {};
    for (const [name, value] of Object.entries(typed)) {
      const now = name.replace(/^\d+:[^:]*:/, (place) => called[place] ?? place);
      const find = () => fieldsOf(dialog).find((input) => nameOf(input) === now);
      const input = find() ?? ((await until(find, 20)) && find());
      if (input && !same(valueOf(input), value)) fill(input, value);
    }
    keep(dialog);
  }

  /* As many rows as there were; gives how they are called now. */
  async function rows(dialog, lists) {
    const called = {};
    for (const [at, ids] of lists.entries()) {
      const list = () => listsOf(dialog)[at];
      for (const id of list() ? idsOf(list()).filter((one) => !ids.includes(one)) : []) {
        list().querySelector(`[data-row="${id}"] [data-removes]`)?.click();
        await until(() => !idsOf(list()).includes(id));
      }
      while (list() && idsOf(list()).length < ids.length) {
        const before = idsOf(list()).length;
        list().querySelector("[data-adds]")?.click();
        if (!(await until(() => idsOf(list()).length > before))) break;
      }
      if (list()) idsOf(list()).forEach((id, place) => (called[`${at}:${ids[place]}:`] = `${at}:${id}:`));
    }
    return called;
  }

  function fill(input, value) {
    const tell = (kind) => input.dispatchEvent(new Event(kind, { bubbles: true }));
    if (typeof value === "boolean") return input.click();
    if (Array.isArray(value)) return input.dispatchEvent(new CustomEvent("mbp:fill", { detail: value }));
    // Past what React remembers of the field, so that it hears of it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value").set.call(input, value);
    tell("input");
    tell("change");
    return input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  /* ---- a page that comes back opens the form again ---- */
  async function comeBack() {
    const mine = Object.values(all()).find(({ path, at, back }) => path === location.pathname && back?.press && Date.now() - at < LONGEST);
    if (!mine || mbp.top()) return;
    const at = (selector) => [...document.querySelectorAll(selector)].find((el) => el.checkVisibility());
    const { press, menu } = mine.back;
    const found = await until(() => document.querySelector('main[aria-busy="false"]') && at(menu ?? press), 600);
    if (!found || mbp.top()) return;
    if (menu) mbp.pick(found, press);
    else found.click();
  }
  /* Forms of the page itself. */
  Object.assign(window.mbpKept, { all, write, fill, valueOf, fieldsOf, BACK });
  async function meetForms() {
    const there = await until(() => document.querySelector('main[aria-busy="false"]'), 600);
    if (there?.querySelector("form[data-keeps]")) (await import("/typed.js")).meetAll();
  }
  const arrived = () => (comeBack(), meetForms());
  document.addEventListener("mbp:ready", arrived);
  if (document.documentElement.dataset.ready) arrived();
})();
