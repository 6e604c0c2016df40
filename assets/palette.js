/* The command palette. Loaded once the page is there and at rest (assets/shortcuts.js).

   Pages and actions are those that the page itself offers (offers.js). They are matched here, at once. Clients, claims,
   payers and ERAs come from the server, below them, so that nothing moves away under the hand. An answer to other words
   than those that stand there is no answer. */
import { offers, WORDS } from "./offers.js";

const { mbp } = window;
const { _ } = mbp;
const PAUSE = 120;
const LONGER = 400;
const MOST_QUIET = 12;
const UNANSWERED = _("The search did not answer. Type on to try again.");
const ICONS = {
  user: '<circle cx="12" cy="8" r="4"/><path d="M5 21a7 7 0 0 1 14 0"/>',
  claim: '<path d="M6 2h9l4 4v16H6z"/><path d="M9 9h6M9 13h6M9 17h3"/>',
  payer: '<path d="M3 10 12 4l9 6M5 10v9m4.7-9v9m4.6-9v9M19 10v9M3 21h18"/>',
  era: '<path d="M3 13h5l2 3h4l2-3h5"/><path d="M3 13 6 5h12l3 8v6H3z"/>',
  send: '<path d="m21 3-7 18-4-8-7-4z"/><path d="M21 3 10 13"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  moon: '<path d="M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z"/>',
  keys: '<rect x="2" y="6" width="20" height="12" rx="2"/><path d="M7 15h10M6 10h.01M10 10h.01M14 10h.01M18 10h.01"/>',
};
const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

let dialog, box, list, said;
let own = []; // groups of the page, as it is opened
let found = []; // groups of the server
let shown = [];
let active = 0;
let turn = 0;
let timer;
let state = "";

export function open(opened) {
  if (dialog !== opened) take(opened);
  own = offers();
  found = [];
  const typed = box.value;
  if (typed) return ask();
  draw();
  ask();
}

function take(opened) {
  dialog = opened;
  [box, list, said] = ["input", '[role="listbox"]', '[role="status"]'].map((part) => dialog.querySelector(part));
  box.addEventListener("input", ask);
  box.addEventListener("keydown", move);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // The box keeps the focus.
  const at = ({ target }) => Number(target.closest('[role="option"]')?.dataset.at ?? -1);
  list.addEventListener("mousemove", (event) => at(event) >= 0 && at(event) !== active && mark(at(event)));
  list.addEventListener("click", (event) => at(event) >= 0 && choose(shown[at(event)]));
  dialog.addEventListener("close", () => (turn++, clearTimeout(timer), (box.value = "")));
  dialog.querySelector("[data-lists-keys]").addEventListener("click", () => choose({ run: window.mbpKeys.list }));
}

/* ---- matching ---- */
function fits(option, words, only) {
  const text = ` ${plain(`${option.label} ${option.detail ?? ""} ${WORDS[option.label] ?? ""}`)}`;
  return words.every((word) => (only ? [word] : [` ${word}`, `-${word}`]).some((part) => text.includes(part)));
}

/* What is quiet is found by a word of what it does: who types a claim's number wants the claim. */
const asked = ({ label }, words) => words.some((word) => !/\d/.test(word) && ` ${plain(label)}`.includes(` ${word}`));

function matched() {
  const words = wordsOf(box.value);
  const ours = own.map(({ title, options }) => {
    const fitting = options.filter((one) => fits(one, words));
    const quiet = fitting.filter((one) => one.quiet && asked(one, words)).slice(0, MOST_QUIET);
    return { title, options: fitting.filter((one) => !one.quiet || quiet.includes(one)) };
  });
  // What all the words speak of comes before what only some of them do.
  const whole = ({ options }) => options.some((one) => fits(one, words));
  const theirs = [...found].sort((a, b) => whole(b) - whole(a));
  return [...ours, ...theirs].filter((group) => group.options.length);
}

/* ---- asking the server ---- */
function ask() {
  const mine = ++turn;
  const words = wordsOf(box.value);
  // Until the answer is here, of the last one what still fits.
  found = words.length ? found.map((group) => ({ ...group, options: group.options.filter((one) => fits(one, words, true)) })) : [];
  state = "";
  active = 0;
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE, mine, box.value.trim());
  draw();
}

async function search(mine, words) {
  const slow = setTimeout(() => mine === turn && ((state = "searching"), draw()), LONGER);
  let answer = null;
  let status = 0;
  try {
    const told = await fetch("/found", {
      method: "POST", body: new URLSearchParams({ words }), cache: "no-store", credentials: "same-origin",
      redirect: "error", headers: { accept: "application/json" },
    });
    status = told.status;
    answer = await told.json();
  } catch {
    answer = null;
  }
  clearTimeout(slow);
  if (mine !== turn) return;
  if (status === 401) return mbp.close(dialog.id), window.mbpSession.over();
  const kept = shown[active];
  found = answer?.groups ?? [];
  state = answer?.groups ? "answered" : "failed";
  draw(kept);
}

/* ---- the list ---- */
const make = (name, attributes, ...children) => {
  const el = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
  el.append(...children);
  return el;
};

function draw(kept) {
  const groups = matched();
  shown = groups.flatMap((group) => group.options);
  const same = kept ? shown.findIndex((one) => one.label === kept.label && one.detail === kept.detail) : -1;
  active = same >= 0 ? same : Math.min(active, Math.max(0, shown.length - 1));
  let at = 0;
  list.replaceChildren(...groups.map(({ title, options }, n) => {
    const head = make("div", { class: "grp", id: `palette-group-${n}` }, title);
    return make("div", { role: "group", "aria-labelledby": head.id }, head, ...options.map((option) => row(option, at++)));
  }));
  list.hidden = shown.length === 0;
  box.setAttribute("aria-expanded", String(shown.length > 0));
  said.textContent = status(shown.length);
  mark(active);
}

function status(count) {
  if (state === "failed") return UNANSWERED;
  if (state === "searching") return _("Searching…");
  return count === 0 && state === "answered" ? _("Nothing found for “{words}”.").replace("{words}", box.value.trim()) : "";
}

function row(option, at) {
  const words = make("span", { class: "what" }, ...marked(option.label));
  if (option.detail) words.append(" ", make("small", {}, ...marked(option.detail)));
  const end = make("span", { class: "end" }, ...(option.keys ?? []).map((key) => make("kbd", { "aria-hidden": "true" }, key)));
  if (option.end) end.append(make("small", {}, option.end));
  return make("div", { role: "option", id: `palette-option-${at}`, "data-at": at, "aria-selected": "false" }, icon(option.icon), words, end);
}

function icon(of) {
  if (of instanceof Element) return of.cloneNode(true);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const looks = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", class: "lucide", "aria-hidden": "true" };
  for (const [key, value] of Object.entries({ ...looks, "stroke-linecap": "round", "stroke-linejoin": "round" })) svg.setAttribute(key, value);
  svg.innerHTML = ICONS[of] ?? ICONS.claim;
  return svg;
}

/* The beginnings that were typed, marked. */
function marked(text) {
  const words = wordsOf(box.value);
  return text.split(/(\s+)/).flatMap((part) => {
    const typed = words.filter((word) => plain(part).startsWith(word)).sort((a, b) => b.length - a.length)[0];
    return typed ? [make("mark", {}, part.slice(0, typed.length)), part.slice(typed.length)] : [part];
  });
}

function mark(at) {
  active = at;
  list.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
  const option = document.getElementById(`palette-option-${at}`);
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
}

function move(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
  if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    if (shown[active]) choose(shown[active]);
  } else if (event.key in steps && shown.length) {
    event.preventDefault();
    const to = active + steps[event.key];
    mark(Math.abs(steps[event.key]) > 1 ? Math.min(Math.max(to, 0), shown.length - 1) : (to + shown.length) % shown.length);
  }
}

function choose(option) {
  mbp.close(dialog.id);
  if (option.run) option.run();
  else mbp.go(option.to, option.press && `[data-testid="${option.press}"]`);
}
