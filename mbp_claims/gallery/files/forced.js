// data-forced="hover" shows an element as if the pointer were on it: each rule for :hover stands once more, behind itself.
const STATES = /:(hover|focus-visible|active)\b/;

export const force = (document) => {
  const root = document.documentElement;
  if (!document.querySelector("[data-forced]") || root.dataset.forces) return;
  root.dataset.forces = "done";
  for (const sheet of document.styleSheets) repeat(sheet);
};

const repeat = (holder) => {
  for (let at = holder.cssRules.length - 1; at >= 0; at--) {
    const rule = holder.cssRules[at];
    if (!rule.selectorText) {
      if (rule.cssRules) repeat(rule);
    } else if (STATES.test(rule.selectorText)) {
      const selector = rule.selectorText.replaceAll(new RegExp(STATES, "g"), '[data-forced~="$1"]');
      // Behind ::-webkit-scrollbar and the like no attribute may stand.
      if (CSS.supports(`selector(${selector})`)) holder.insertRule(`${selector} { ${rule.style.cssText} }`, at + 1);
    }
  }
};
