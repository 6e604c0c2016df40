/* What a page offers to the person who is there, for the command palette: links of the navigation, tabs, what can be
   pressed, and what its menus hold. Buttons at the heads of pages and sections are listed by themselves; the rest
   (`quiet`) once words fit. A menu's button says what is in it (data-items); the palette's dialog has the labels. */
const { mbp } = window;
const { _ } = mbp;
/* Other words for a page, where there is such a page. */
export const WORDS = {
  [_("Today")]: _("home start owed"), [_("ERA Inbox")]: _("electronic remittance advice 835 payments"),
  [_("Clearinghouse")]: _("send 837 acknowledgements"), [_("People")]: _("users roles invite"),
  [_("Activity")]: _("audit trail log"), [_("Settings")]: _("practice npi tax id"),
  [_("Your account")]: _("password second step sessions"), [_("Money")]: _("reports aging income"),
  [_("Superbills")]: _("superbill invoice invoices receipt"),
};
/* What is done on a page of its own: there, the test id of what is pressed. */
const ELSEWHERE = [[_("Add Client"), "/clients", "client-add", "plus"], [_("Import ERA"), "/era", "era-import", "era"]];
const THEMES = [
  [_("Use the light theme"), "light"], [_("Use the dark theme"), "dark"], [_("Use the system’s theme"), "system"],
];
const HEADS = "main :is(.head, .sec) .end button:not([aria-haspopup]), main [data-command]";
const OTHERS = 'main :is(button[type="button"]:not([aria-haspopup], [role="tab"], [aria-disabled="true"]), a.btn)';

const seen = (el) => el.checkVisibility();
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

/* Groups of options: { label, detail, icon, keys, quiet } and run(), or where to go and what to press there. */
export function offers() {
  const nav = all("nav.rail a").map((link) => linked(link, link.querySelector("span:not(.cnt)").textContent));
  const tabs = all('main a[role="tab"]').map((link) => linked(link, textOf(link), _("in this chart")));
  const account = all(".top .own a").map((link) => linked(link, link.ariaLabel));
  const heads = all(HEADS);
  const others = all(OTHERS).filter((el) => !heads.includes(el));
  const here = [...heads.map((el) => pressed(el)), ...others.map((el) => pressed(el, true)), ...all("main [data-items]").flatMap(held)];
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
    { label: _("Keyboard shortcuts"), icon: "keys", keys: ["?"], run: () => window.mbpKeys.list() },
    out && { label: _("Sign out"), icon: out.querySelector("svg"), run: () => out.click() },
  ];
  return [{ title: _("Do"), options: actions.filter(Boolean) }, { title: _("Go to"), options: [...tabs, ...nav, ...account] }];
}

const linked = (el, label, detail) => ({ label, detail, icon: el.querySelector("svg"), keys: keysOf(el), run: () => el.click() });
const pressed = (el, quiet = false) => ({ ...linked(el, el.ariaLabel ?? textOf(el), quiet ? whose(el) : ""), quiet });
const whose = (el) => el.closest("article")?.ariaLabel ?? "";

function held(trigger) {
  const names = JSON.parse(document.getElementById("palette").dataset.items);
  const detail = whose(trigger) || trigger.dataset.of;
  return trigger.dataset.items.split(" ").filter((key) => names[key]).map((key) => ({
    label: names[key], detail, icon: "send", quiet: true, run: () => mbp.pick(trigger, `[data-item="${key}"]`),
  }));
}

function textOf(el) {
  const copy = el.cloneNode(true);
  copy.querySelectorAll('[aria-hidden="true"], .cnt, .n').forEach((part) => part.remove());
  return copy.textContent.trim();
}
const keysOf = (el) => (el.dataset.shortcut ? el.dataset.shortcut.toUpperCase().split(" ") : []);
const unique = (options) =>
  options.filter((one, at) => one.label && options.findIndex(({ label, detail }) => label === one.label && detail === one.detail) === at);
