/* In test mode, for whoever records (the switch is on the page /api/test): test ids are called data-named, so that
   Playwright's recorder, which prefers them to any name, goes by role and name. Scripts of ours that ask for a test id
   find it under its other name. */
const OURS = "data-testid";
const OTHER = "data-named";

for (const [kind, names] of [[Document, ["querySelector", "querySelectorAll"]], [Element, ["querySelector", "querySelectorAll", "matches", "closest"]]]) {
  for (const name of names) {
    const asked = kind.prototype[name];
    kind.prototype[name] = function (selector) {
      return asked.call(this, String(selector).replaceAll(`[${OURS}`, `[${OTHER}`));
    };
  }
}

function rename(el) {
  el.setAttribute(OTHER, el.getAttribute(OURS));
  el.removeAttribute(OURS);
}
const walk = Document.prototype.getElementsByTagName;
function renameAll() {
  for (const el of walk.call(document, "*")) if (el.hasAttribute(OURS)) rename(el);
}
renameAll();
new MutationObserver(renameAll).observe(document, { subtree: true, childList: true, attributeFilter: [OURS] });
