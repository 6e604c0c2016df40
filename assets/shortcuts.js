/* Shortcuts. Keys are matched here and none is sent anywhere: a key, or two one after the other, clicks the element that
   says it (data-shortcut="p", data-shortcut="g c"); a field is given the focus instead. Never while somebody types.
   In a table of claims j, k and the arrows move between rows, and f files the claim.

   Single keys can be switched off in the list of them (data-single-keys), for this browser. What is pressed together
   with Ctrl, ⌘ or Alt goes on working. Dialogs have their own keys in mbp.js. */
(() => {
  "use strict";
  const OFF = "mbp-single-keys";
  const PALETTE = "palette";
  const LIST = "shortcuts";
  const PAUSE = 1200;
  const TYPING = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable], [role="menu"], [role="listbox"]';
  const MENU = '[aria-haspopup="menu"]';
  const html = document.documentElement;
  html.toggleAttribute("data-mac", /mac|iphone|ipad/i.test(navigator.platform));

  /* ---- switched off ---- */
  const isOff = () => localStorage.getItem(OFF) === "off";
  const show = () => html.toggleAttribute("data-no-single-keys", isOff());
  show();
  addEventListener("storage", show);
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.("[data-single-keys]")) return;
    localStorage.setItem(OFF, target.checked ? "on" : "off");
    show();
  });
  window.mbpKeys = { list };
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-lists-keys]") && !target.closest("#palette")) list();
  });
  function list() {
    document.querySelector("[data-single-keys]").checked = !isOff();
    window.mbp.open(LIST);
    return true;
  }

  /* ---- which element a key is for ---- */
  const seen = (el) => el.checkVisibility();
  const saying = (keys) => [...document.querySelectorAll(`[data-shortcut="${keys}"]`)].find(seen);
  function press(el) {
    if (!el.matches(TYPING)) return el.click();
    el.focus();
    el.select?.();
  }

  let first = "";
  let timer;
  function begin(key) {
    clearTimeout(timer);
    first = key;
    timer = setTimeout(() => (first = ""), PAUSE);
  }

  function single(key) {
    const keys = first ? `${first} ${key}` : key;
    begin("");
    if (keys === "?") return list();
    if (inRows(keys)) return true;
    const el = saying(keys);
    if (el) press(el);
    else if (document.querySelector(`[data-shortcut^="${keys} "]`)) begin(key);
    else return false;
    return true;
  }

  /* ---- rows of claims ---- */
  const STEPS = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };
  const rowHeld = () => document.activeElement.closest("table.claims tbody tr");
  const rowsOf = (table) => [...(table?.querySelectorAll("tbody tr") ?? [])].filter((row) => row.querySelector("a"));

  function inRows(key) {
    const row = rowHeld();
    const actions = row?.querySelector(MENU);
    if (key === "f" && actions) return Boolean(window.mbp.pick(actions, "[data-files]"));
    if (!(key in STEPS)) return false;
    const arrow = key.length > 1;
    if (arrow && (!row || document.activeElement.matches(MENU))) return false;
    const rows = rowsOf(row ? row.closest("table") : [...document.querySelectorAll("main table.claims")].find(seen));
    const to = row ? rows[rows.indexOf(row) + STEPS[key]] : rows.at(STEPS[key] > 0 ? 0 : -1);
    const same = document.activeElement.matches(MENU) ? MENU : "a";
    to?.querySelector(same)?.focus();
    to?.scrollIntoView({ block: "nearest" });
    return rows.length > 0;
  }

  /* ---- taking back what was done last ---- */
  function undo() {
    const dialog = window.mbp.top();
    const toasts = '[data-sonner-toast][data-visible="true"][data-removed="false"] button';
    const offered = dialog ? [...dialog.querySelectorAll("[data-brings-back]")].reverse() : [...document.querySelectorAll(toasts)];
    const newest = offered.find((button) => seen(button) && button.textContent.trim() === "Undo");
    newest?.click();
    return Boolean(newest);
  }

  /* A toast that has the focus stays, as it does under the pointer. */
  const onToasts = (event, type, more) => {
    const list = event.target.closest?.("[data-sonner-toaster]");
    list?.dispatchEvent(new MouseEvent(type, { bubbles: true, ...more }));
  };
  document.addEventListener("focusin", (event) => onToasts(event, "mousemove"));
  document.addEventListener("focusout", (event) => {
    const stays = event.relatedTarget?.closest?.("[data-sonner-toaster]");
    if (!stays) onToasts(event, "mouseout", { relatedTarget: document.body });
  });

  /* ---- the palette, loaded when there is nothing else to do ---- */
  const palette = () => import("/palette.js");
  const atRest = window.requestIdleCallback ?? setTimeout;
  document.addEventListener("mbp:ready", () => atRest(palette), { once: true });
  document.addEventListener("mbp:opened", async ({ target }) => {
    if (target.id === PALETTE) (await palette()).open(target);
  });

  /* ---- keys ---- */
  const typing = (el) => Boolean(el?.closest?.(TYPING));
  function withModifier(event, key) {
    if (event.altKey || event.shiftKey) return false;
    if (key === "z") return !typing(event.target) && undo();
    if (key !== "k") return false;
    const dialog = window.mbp.top();
    if (dialog?.id === PALETTE) window.mbp.close(PALETTE);
    else if (!dialog) saying("mod k")?.click();
    return true;
  }

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !event.key) return;
    const key = event.key.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const free = plain && !isOff() && !window.mbp.top() && !typing(event.target) && !document.querySelector("dialog[open]");
    const fits = /^([a-z/?]|arrow(up|down))$/.test(key) && !(event.shiftKey && /^([a-z]|arrow.*)$/.test(key));
    const done = plain ? free && fits && single(key) : (event.ctrlKey || event.metaKey) && withModifier(event, key);
    if (done) event.preventDefault();
  });
})();
