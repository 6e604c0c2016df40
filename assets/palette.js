/* What the command palette lists. Loaded once the page is there and at rest (assets/shortcuts.js).

   Pages and actions are those that the page itself offers to this person: links of the navigation, tabs, buttons at the
   heads of pages and sections. They are matched here, at once. Clients, claims, payers and ERAs come from the server,
   below them, so that nothing moves away under the hand. An answer to other words than those that stand there is no
   answer. */
const { mbp } = window;
const { _ } = mbp;
const PAUSE = 120;
const LONGER = 400;
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
/* Other words for a page, where there is such a page. */
const WORDS = {
  [_("Today")]: _("home start owed"), [_("ERA Inbox")]: _("electronic remittance advice 835 payments"),
  [_("Clearinghouse")]: _("send 837 acknowledgements"), [_("People")]: _("users roles invite"),
  [_("Activity")]: _("audit trail log"), [_("Settings")]: _("practice npi tax id"),
  [_("Your account")]: _("password second step sessions"), [_("Money")]: _("reports aging income"),
};
/* What is done on a page of its own: there, the test id of what is pressed. */
const ELSEWHERE = [[_("Add Client"), "/clients", "client-add", "plus"], [_("Import ERA"), "/era", "era-import", "era"]];
const THEMES = [
  [_("Use the light theme"), "light"], [_("Use the dark theme"), "dark"], [_("Use the system’s theme"), "system"],
];

const seen = (el) => el.checkVisibility();
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
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
  own = ofPage();
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
  dialog.querySelector("[data-lists-keys]").addEventListener("click", () => choose(keysList()));
}

/* ---- what the page offers ---- */
function ofPage() {
  const nav = all("nav.rail a").map((link) => linked(link, link.querySelector("span:not(.cnt)").textContent));
  const tabs = all('main a[role="tab"]').map((link) => linked(link, textOf(link), _("in this chart")));
  const account = all(".top .own a").map((link) => linked(link, link.ariaLabel));
  const here = all("main :is(.head, .sec) .end button:not([aria-haspopup]), main [data-command]").map((button) => ({
    label: textOf(button), icon: button.querySelector("svg"), keys: keysOf(button), run: () => button.click(),
  }));
  const links = new Set(all("nav.rail a").map((link) => link.getAttribute("href")));
  const elsewhere = ELSEWHERE.filter(([label, to]) => links.has(to) && !here.some((one) => one.label === label));
  const theme = document.querySelector('[data-testid="theme-toggle"]');
  const out = document.querySelector('.top [data-testid="sign-out"]');
  const themes = THEMES.map(([label, mode]) => ({ label, icon: "moon", quiet: true, run: () => mbp.theme(mode) }));
  const actions = [
    ...unique(here),
    ...elsewhere.map(([label, to, press, icon]) => ({ label, to, press, icon })),
    theme && { label: _("Toggle dark mode"), icon: "moon", run: () => theme.click() },
    ...themes,
    keysList(),
    out && { label: _("Sign out"), icon: out.querySelector("svg"), run: () => out.click() },
  ];
  return [{ title: _("Do"), options: actions.filter(Boolean) }, { title: _("Go to"), options: [...tabs, ...nav, ...account] }];
}

const textOf = (el) => {
  const copy = el.cloneNode(true);
  copy.querySelectorAll('[aria-hidden="true"], .cnt, .n').forEach((part) => part.remove());
  return copy.textContent.trim();
};
const keysOf = (el) => (el.dataset.shortcut ? el.dataset.shortcut.toUpperCase().split(" ") : []);
const linked = (el, label, detail) => ({ label, detail, icon: el.querySelector("svg"), keys: keysOf(el), run: () => el.click() });
const unique = (options) => options.filter((one, at) => one.label && options.findIndex((other) => other.label === one.label) === at);
const keysList = () => ({ label: _("Keyboard shortcuts"), icon: "keys", keys: ["?"], run: () => window.mbpKeys.list() });

/* ---- matching ---- */
function fits(option, words, only) {
  const text = ` ${plain(`${option.label} ${option.detail ?? ""} ${WORDS[option.label] ?? ""}`)}`;
  return words.every((word) => text.includes(only ? word : ` ${word}`));
}

function matched() {
  const words = wordsOf(box.value);
  const ours = own.map(({ title, options }) => ({
    title, options: options.filter((one) => (words.length ? fits(one, words) : !one.quiet)),
  }));
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
