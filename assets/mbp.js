/* Dialogs, focus and typing aids, all in the browser: opening costs no round trip. Loaded once, in the head.

   mbp.open(id, returnTo, waits)  opens <dialog id>; focus goes back to `returnTo` (a selector) when it closes.
                                  With `waits` a skeleton is shown until the dialog's data-key changes.
   mbp.close(id, ...then)         closes it; focus goes to the first of the selectors `then` that is there, else back.
                                  "next" among `then` is for when a row leaves: the Actions button of the row after (or
                                  else before) the one whose Actions were used last; the heading when there is none.
   mbp.leave(id)                  closes it, but asks first when something was typed (data-guard names the alert).
   mbp.problem(id)                after a refusal: Submit works again, focus goes to the error summary.
   mbp.told(steps, toast, send)   what the server tells the browser to do: verbs of `told` below, each with its words.
   mbp.notUploaded(toast, why)    a toast when files did not arrive, with what to do.
   mbp.go(address, press)         goes to a page, and clicks what the selector finds there.
   mbp._(text)                    the text in the language of the program; words.js has them, where it is not English.
   mbp.theme(mode)                light, dark or system.
   mbp.top()                      the dialog that is open over all others.
   mbp.pick(button, item)         opens a menu by its button and chooses the first item that the selector finds.
   Said of a dialog as events: mbp:opened, mbp:filled once its content is there, mbp:closed; of a page mbp:ready.
   The markup says the rest: data-opens, data-returns, data-waits, data-leaves, data-closes, data-focuses, data-submits,
   data-rows/-row/-adds/-removes/-brings-back/-refills, data-chooses, data-money, data-date. */
(() => {
  "use strict";
  const FIELDS = 'input:not([type="hidden"], [type="file"]), select, textarea';
  const LONG = 10_000;
  const SHELL = "reflex___state____state.mbp_claims___state___shell____shell_state";
  const _ = (text) => window.mbpWords?.[text] ?? text;
  const TOO_MUCH = _("Those files are too large together. Choose fewer at a time.");
  const stack = [];
  const returns = new WeakMap();
  const watchers = new WeakMap();
  let turn = 0;
  let met = false; // The server has shown a page of ours here.
  let leaves = false;
  let say = (_, { path }) => location.assign(path);
  const byId = (id) => document.getElementById(id);
  /* A page that goes away takes its open dialogs with it. */
  const top = () => {
    while (stack.length > 0 && !stack.at(-1).isConnected) stack.pop();
    return stack.at(-1);
  };
  const tell = (el, what) => el.dispatchEvent(new CustomEvent(`mbp:${what}`, { bubbles: true }));
  const shown = (el) => el && el.checkVisibility();
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  const mbp = (window.mbp = {
    _,
    top,
    open(id, returnTo, waits) {
      const dialog = byId(id);
      if (!dialog || dialog.open) return;
      stack.forEach(idle);
      returns.set(dialog, [returnTo, document.activeElement].filter(Boolean));
      stack.push(dialog);
      delete dialog.dataset.dirty;
      idle(dialog);
      if (waits) wait(dialog);
      dialog.showModal();
      focusFirst(dialog);
      tell(dialog, "opened");
      if (!waits) tell(dialog, "filled");
    },
    close(id, ...then) {
      const dialog = byId(id);
      if (!dialog?.open) return;
      stack.splice(stack.indexOf(dialog), 1);
      ready(dialog);
      idle(dialog);
      dialog.close();
      tell(dialog, "closed");
      focusAny([...then, ...(returns.get(dialog) ?? [])]);
    },
    leave(id) {
      const { dirty, guard } = byId(id)?.dataset ?? {};
      if (dirty === undefined || !guard) mbp.close(id);
      else mbp.open(guard);
    },
    async problem(id) {
      const dialog = byId(id);
      idle(dialog);
      for (let tries = 0; tries < 30; tries++) {
        await frame();
        const said = dialog.querySelector("[data-summary], [data-failure]");
        if (said) return said.focus();
      }
    },
    told(steps, toast, send) {
      say = send;
      for (const [verb, ...words] of steps) told[verb]({ toast, does: (event) => event && (() => send(...event)) }, ...words);
    },
    /* A server that began anew, as after a crash, says of this page what it says of an empty one: a form that is half typed
       would be emptied. The page is loaded anew instead, and what was typed comes back (kept.js). */
    begunAnew(delta) {
      if (!leaves && met && delta?.[SHELL]?.clinician_rx_state_ === "") {
        leaves = true;
        location.reload();
      }
      return leaves;
    },
    notUploaded(toast, why) {
      if (/aborted/.test(why)) return;
      const words = /413/.test(why) ? TOO_MUCH : _("The files did not arrive. Try again.");
      toast?.error(words, { duration: LONG });
    },
    async go(address, press) {
      if (address !== location.pathname + location.search) say("_redirect", { path: address });
      const there = () => location.pathname === address && document.querySelector('main[aria-busy="false"]');
      for (const end = Date.now() + LONG; press && Date.now() < end; await frame()) {
        const button = there() && [...document.querySelectorAll(press)].find(shown);
        if (button) return button.click();
      }
    },
    theme: (mode) => document.querySelector(`[data-theme="${mode}"]`)?.click(),
    async pick(button, item) {
      button.focus();
      if (button.getAttribute("aria-expanded") !== "true") {
        button.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      }
      for (let tries = 0; tries < 60; tries++) {
        await frame();
        const menu = document.querySelector('[role="menu"][data-state="open"]');
        if (menu?.querySelector('[role="menuitem"]')) return menu.querySelector(item)?.click();
      }
    },
  });

  /* ---- what the server may tell the browser to do: words and events, never code ---- */
  const offer = (label, onClick) => onClick && { label, onClick };
  const told = {
    close: (_, ...words) => mbp.close(...words),
    open: (_, id) => mbp.open(id),
    problem: (_, id) => mbp.problem(id),
    fetch: (_, address) => location.assign(address),
    /* Whoever has gone on meanwhile is left where they are. Some servers end an address with a slash. */
    shownAt(_, address) {
      const { pathname, search } = new URL(address, location);
      if (pathname !== location.pathname.replace(/(.)\/$/, "$1")) return;
      history.replaceState(history.state, "", location.pathname + search);
    },
    over: () => window.mbpSession.over(),
    unlessOpen: (app, id, verb, ...words) => byId(id)?.open || told[verb](app, ...words),
    still() {
      document.documentElement.dataset.still = "";
      if (localStorage.getItem("mbp-recording") === "on") import("/recording.js");
    },
    ready() {
      met = true;
      // A page that came in place of another: what had the focus went with that one.
      const came = document.documentElement.dataset.ready === "true";
      document.documentElement.dataset.ready = "true";
      reveal(document.querySelector('.tabs [aria-selected="true"]'));
      if (came && document.activeElement === document.body && !top()) byId("main")?.focus({ preventScroll: true });
      tell(document, "ready");
    },
    async print(_, once) {
      for (let tries = 0; tries < 30 && !document.querySelector(once); tries++) await frame();
      window.print();
    },
    untick: () => document.querySelector("[data-clears-ticks]")?.click(),
    said({ toast, does }, words, undo) {
      toast?.success(words, undo && { duration: LONG, action: offer(_("Undo"), does(undo)) });
    },
    /* Shown for once, where no state keeps it. */
    link(_, whom, address) {
      const note = document.querySelector('[data-step="link"]');
      const said = note.querySelector("[data-whom]");
      said.textContent = said.dataset.whom.replace("{whom}", () => whom);
      note.querySelector("[data-link]").textContent = address;
      note.querySelector("[data-took]").textContent = "";
      note.hidden = false;
    },
    refused({ toast }, words) {
      stack.forEach(idle);
      toast?.error(words, { duration: LONG });
    },
    saidOf({ toast, does }, words, look) {
      toast?.success(words, { duration: LONG, action: offer(_("View details"), does(look)) });
    },
    saidWith({ toast, does }, words, label, goes, undo) {
      const there = offer(label, does(goes));
      toast?.success(words, { duration: LONG, ...(undo ? { cancel: there, action: offer(_("Undo"), does(undo)) } : { action: there }) });
    },
    /* Focus goes to the Actions that were used last while they are there, else "next". */
    movedOn(app, words, undo) {
      focusAny([here, "next"]);
      told.said(app, words, undo);
    },
  };

  /* ---- opening: the skeleton, and where focus goes ---- */
  function wait(dialog) {
    dialog.dataset.waiting = "";
    const watcher = new MutationObserver(() => (ready(dialog), focusFirst(dialog), tell(dialog, "filled")));
    watcher.observe(dialog, { attributeFilter: ["data-key"] });
    watchers.set(dialog, watcher);
  }

  function ready(dialog) {
    watchers.get(dialog)?.disconnect();
    delete dialog.dataset.waiting;
  }

  function focusFirst(dialog) {
    const held = document.activeElement;
    const busy = dialog.contains(held) && held !== dialog && !held.matches("[data-leaves]") && dialog.dataset.dirty === "";
    if (busy) return;
    if ("waiting" in dialog.dataset) return dialog.focus();
    const fields = [...dialog.querySelectorAll(FIELDS)].filter((el) => shown(el) && !el.readOnly);
    const wanting = (el) => el.getAttribute("aria-invalid") === "true" || el.value === "";
    const first = "wanting" in dialog.dataset ? fields.find(wanting) ?? submitOf(dialog) : fields[0];
    (dialog.querySelector("[data-first]") ?? first ?? submitOf(dialog) ?? dialog).focus();
  }

  async function focusAny(targets) {
    const mine = ++turn;
    targets = targets.flatMap((target) => (target === "next" ? [...around, "#h-pending", "main h1"] : [target]));
    for (let tries = 0; tries < 30; tries++) {
      await frame();
      if (mine !== turn || top() && !targets.some((t) => t instanceof Node && top().contains(t))) return;
      const found = targets.map((t) => (typeof t === "string" ? document.querySelector(t) : t)).find(
        (el) => el?.isConnected && shown(el) && el !== document.body && !el.closest("dialog:not([open])"));
      const target = found ?? (tries > 10 ? document.querySelector("main h1, h1") : null);
      if (target && tries > 0) return take(target);
    }
  }

  /* Whoever goes on with the mouse or a finger before the focus came has chosen where it is. */
  document.addEventListener("pointerdown", (event) => event.isTrusted && turn++, true);

  /* The Actions that were used last, and those of the rows around, the nearest below first. */
  let here = null;
  let around = [];
  function lookAround({ target }) {
    const used = target.closest?.('[aria-haspopup="menu"]');
    const row = used?.closest("tr");
    if (used?.dataset.testid) here = `[data-testid="${used.dataset.testid}"]`;
    if (!row) return;
    const rows = [...row.parentElement.children];
    const at = rows.indexOf(row);
    const nearest = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    around = nearest.map((other) => other.querySelector('[aria-haspopup="menu"]')).filter(Boolean);
  }
  ["pointerdown", "focusin"].forEach((type) => document.addEventListener(type, lookAround, true));

  /* A menu opens when the mouse is let go on its button, as every button acts, and not before: until then the focus stays
     on it, also for Playwright's recorder, which writes down what has it. */
  const menuAt = ({ target }) => target.closest?.('[aria-haspopup="menu"]');
  let pressed = null;
  document.addEventListener("pointerdown", (event) => {
    if (!event.isTrusted || event.pointerType !== "mouse" || event.button !== 0 || event.ctrlKey) return;
    pressed = menuAt(event);
    if (pressed) event.stopPropagation();
  }, true);
  document.addEventListener("click", (event) => {
    const button = pressed;
    pressed = null;
    if (!event.isTrusted || !button || button !== menuAt(event)) return;
    button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true, pointerType: "mouse", button: 0 }));
  });

  /* A row that has the focus, or whose menu does, and leaves because somebody else did something: the focus goes to the
     same place in the row after, else before it. Nothing else moves it. */
  const leaving = new MutationObserver(() => {
    const { row, near, kind } = leaving;
    if (row?.isConnected || document.activeElement !== document.body) return;
    leaving.disconnect();
    leaving.row = null;
    focusAny([...near.map((other) => other.querySelector(kind) ?? other.querySelector("a, button")), "next"]);
  });
  document.addEventListener("focusin", ({ target }) => {
    const row = target.closest("tbody tr, [data-leaving]");
    if (!row && target.closest("[role=menu]")) return;
    leaving.disconnect();
    leaving.row = row;
    if (!row) return;
    const rows = [...row.parentElement.children];
    const at = rows.indexOf(row);
    leaving.near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    leaving.kind = target.matches("a") ? "a" : '[aria-haspopup="menu"]';
    leaving.observe(row.closest("main") ?? document.body, { childList: true, subtree: true });
  });

  /* Tabs that do not fit are pushed sideways: the one that is open, or has the focus, is seen whole, with its ring. */
  function reveal(tab) {
    const strip = tab?.closest(".tabs");
    if (!strip) return;
    const [one, all] = [tab.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollLeft += Math.max(0, one.right + 12 - all.right) || Math.min(0, one.left - 12 - all.left);
  }
  document.addEventListener("focusin", ({ target }) => reveal(target.closest('[role="tab"]')));

  function take(el) {
    el.focus();
    if (document.activeElement !== el) {
      el.tabIndex = -1;
      el.focus();
    }
  }

  /* ---- submitting once ---- */
  const submitOf = (dialog) => dialog.querySelector("button.submit");
  function idle(dialog) {
    submitOf(dialog)?.removeAttribute("aria-disabled");
  }

  window.addEventListener("submit", (event) => {
    const dialog = event.target.closest("dialog");
    if (!dialog) return;
    if (submitOf(dialog)?.getAttribute("aria-disabled")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    submitOf(dialog)?.setAttribute("aria-disabled", "true");
    setTimeout(() => idle(dialog), 15000);
  }, true);

  function submitWith(formId, name) {
    const form = byId(formId);
    form.elements[name].value = "yes";
    mbp.close(top().id);
    form.requestSubmit();
    form.elements[name].value = "";
  }

  /* ---- clicks that the markup explains; on window, so that the app's own handlers ran first ---- */
  window.addEventListener("click", (event) => {
    const at = (name) => event.target.closest?.(`[data-${name}]`);
    let el;
    if ((el = at("opens"))?.href) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
    }
    if (el) mbp.open(el.dataset.opens, el.dataset.returns ?? heldOr(el), "waits" in el.dataset);
    if ((el = at("leaves"))) mbp.leave(el.dataset.leaves);
    if ((el = at("closes"))) el.dataset.closes.split(" ").forEach((id) => mbp.close(id));
    if ((el = at("chooses"))) el.parentElement.querySelector('input[type="file"]').click();
    if ((el = at("submits"))) submitWith(el.dataset.submits, el.dataset.name);
    if ((el = at("focuses"))) {
      event.preventDefault();
      focusField(el.closest("dialog, form"), el.dataset.focuses);
    }
  });

  /* Clicked by a key or by the palette, it leaves the focus where the hand had it. */
  const heldOr = (el) => (document.activeElement.matches("body, main") ? el : document.activeElement);

  function focusField(scope, name) {
    const named = [`[name="${name}_query"]`, `[name="${name}"]`, `[data-field="${name}"] ${FIELDS}`, `[data-field="${name}"] button`];
    const field = named.map((s) => [...scope.querySelectorAll(s)].find(shown)).find(Boolean);
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  }

  /* ---- rows that the server adds and takes away: focus follows ---- */
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-adds], [data-brings-back], [data-removes], [data-refills]");
    const rows = button?.closest("[data-rows]");
    if (!rows) return;
    markDirty(rows);
    if ("adds" in button.dataset || "bringsBack" in button.dataset) return focusNewRow(rows);
    const row = button.closest("[data-row]");
    if ("removes" in button.dataset) return focusAfter(rows, row);
    const old = row.querySelector(`[name="${button.dataset.refills}"]`);
    const fresh = () => [rows.querySelector(`[name="${old.name}"]`)].find((el) => el && el !== old);
    once(rows, () => fresh()?.focus() ?? fresh());
  }, true);

  const rowsIn = (rows) => [...rows.querySelectorAll("[data-row]")];
  function focusNewRow(rows) {
    const before = new Set(rowsIn(rows).map((row) => row.dataset.row));
    const added = () => rowsIn(rows).find((row) => !before.has(row.dataset.row));
    once(rows, () => added()?.querySelector(FIELDS)?.focus() ?? added());
  }

  function focusAfter(rows, row) {
    const next = row.nextElementSibling?.dataset.row;
    const target = () => rows.querySelector(next ? `[data-row="${next}"] [data-removes]` : "[data-adds]");
    once(rows, () => !rowsIn(rows).some((r) => r.dataset.row === row.dataset.row) && (target()?.focus() ?? true));
  }

  function once(rows, done) {
    const watcher = new MutationObserver(() => done() && watcher.disconnect());
    watcher.observe(rows, { childList: true, subtree: true });
    setTimeout(() => watcher.disconnect(), 5000);
  }

  /* ---- typing ---- */
  const markDirty = (el) => el.closest?.("dialog[data-guard]")?.setAttribute("data-dirty", "");
  const changed = (event) => {
    markDirty(event.target);
    const dialog = event.target.closest?.("dialog");
    if (event.type !== "input" && dialog?.querySelector("[data-summary]")) dialog.querySelector("[data-checks]")?.click();
  };
  ["input", "change", "mbp:picked"].forEach((type) => document.addEventListener(type, changed));

  document.addEventListener("focusout", ({ target }) => {
    const rewrite = "money" in (target.dataset ?? {}) ? money : "date" in (target.dataset ?? {}) ? date : null;
    const text = rewrite?.(target.value.trim());
    if (text) target.value = text;
  }, true);

  /* 23.2, $1,234.50, -4 */
  function money(typed) {
    const [, minus, inner, whole, cents = ""] =
      /^(-?)\s*\$?\s*(-?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?$/.exec(typed) ?? [];
    if (whole === undefined || !/\d/.test(typed) || (minus && inner)) return "";
    return `${minus || inner}${whole.replaceAll(",", "").replace(/^0+(?=\d)/, "") || "0"}.${cents.padEnd(2, "0")}`;
  }

  /* 7/1/26, 07012026, 2026-07-01; a year of two digits ends at most twenty years from now */
  function date(typed) {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
    const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
    if (!iso && !us) return "";
    let [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : [us[3], us[1], us[2]]).map(Number);
    if (year < 100) year += 100 * Math.floor((new Date().getFullYear() + 20 - year) / 100);
    const real = new Date(year, month - 1, day);
    if (real.getMonth() !== month - 1 || real.getDate() !== day) return "";
    return `${String(month).padStart(2, "0")}/${String(day).padStart(2, "0")}/${year}`;
  }

  /* ---- keys; on window, so that an open list or menu takes its Escape first ---- */
  window.addEventListener("keydown", (event) => {
    const dialog = top();
    if (!dialog) return;
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      mbp.leave(dialog.id);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submitOf(dialog)?.click();
    } else if (event.altKey && event.code === "KeyN") {
      event.preventDefault();
      (document.activeElement.closest("[data-rows]") ?? dialog).querySelector("[data-adds]")?.click();
    }
  });
  document.addEventListener("cancel", (event) => {
    if (!event.target.matches?.("dialog")) return;
    event.preventDefault();
    mbp.leave(event.target.id);
  }, true);
})();
