// Read from a specimen as it stands in its frame: test ids, the tokens that its styles use, the contrast of its words,
// and what axe finds.
import { colourOf, contrast, groundOf } from "./contrast.js";
import axeAddress from "./axe.min.js?url";

const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // A specimen is a part of a page: the page around it has the landmarks and the first heading.
  rules: Object.fromEntries(
    ["region", "page-has-heading-one", "heading-order", "landmark-one-main"].map((rule) => [rule, { enabled: false }]),
  ),
};
const TOKEN = /var\(--mbp-([\w-]+)/g;
const COLOURS = /^(canvas|surface|sunken|text|muted|accent|on-|danger|focus|control|line|part-|[a-z]+-(fg|bg)$)/;
const verdicts = new WeakMap();
let queue = Promise.resolve();

// Called when a frame stands still; the first light one is read for what is beside the specimen.
export const read = (frame) => {
  const alone = frame.contentDocument?.querySelector(".alone");
  if (!alone) return;
  if (frame === document.querySelector(".framed.light iframe")) {
    list("[data-ids]", testIds(alone), "This component has no test ids.");
    show("[data-tokens]", swatches(alone));
  }
  queue = queue.then(() => judge(frame)).catch((why) => say(frame, `axe did not run: ${why.message}`, "warning"));
};

const testIds = (alone) => [...new Set([...alone.querySelectorAll("[data-testid]")].map((each) => each.dataset.testid))];

// Names of the tokens in every rule that touches an element of the specimen.
const tokensOf = (alone) => {
  const elements = [alone, ...alone.querySelectorAll("*")];
  const names = new Set();
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.cssRules?.length && !rule.selectorText) walk(rule.cssRules);
      const used = rule.selectorText && [...rule.cssText.matchAll(TOKEN)].map(([, name]) => name);
      if (used?.length && elements.some((each) => matches(each, rule.selectorText))) used.forEach((name) => names.add(name));
    }
  };
  for (const sheet of alone.ownerDocument.styleSheets) walk(sheet.cssRules);
  return [...names];
};
const matches = (element, selector) => {
  try {
    return element.matches(selector.replaceAll(/::?(before|after|placeholder|hover|focus|focus-visible|active|marker)/g, ""));
  } catch {
    return false;
  }
};

// Each colour of words with what is behind it, by the names of their tokens.
const pairsOf = (alone, names) => {
  const document = alone.ownerDocument;
  // Two tokens may have one value: the one that belongs to its ground is meant.
  const named = (colour, beside = "-bg") => {
    const same = names.filter(([, value]) => value === colour).map(([name]) => name);
    return same.find((name) => name === beside.replace(/-bg$/, "-fg")) ?? same[0] ?? colour;
  };
  const found = new Map();
  for (const element of alone.querySelectorAll("*")) {
    const said = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!said || !element.checkVisibility() || element.closest(".sr")) continue;
    const text = document.defaultView.getComputedStyle(element).color;
    const ground = groundOf(element);
    found.set(`${named(text, named(ground))}/${named(ground)}`, [text, ground]);
  }
  return found;
};

const swatches = (alone) => {
  const used = tokensOf(alone);
  const body = alone.ownerDocument.body;
  const names = used.filter((name) => COLOURS.test(name)).map((name) => [name, colourOf(name, body)]);
  const grounds = ["canvas", "surface"].map((name) => [name, colourOf(name, body)]);
  const pairs = [...pairsOf(alone, [...grounds, ...names])].map(([pair, [text, ground]]) => {
    const [one, other] = pair.split("/");
    const ratio = contrast(text, ground);
    const swatch = make("div", `sw${ratio < 4.5 ? " low" : ""}`);
    swatch.style.background = ground;
    swatch.style.color = text;
    swatch.append(make("b", "", one), make("span", "", `on ${other} ${ratio.toFixed(2)}`));
    return swatch;
  });
  const shelf = make("div", "swatches");
  shelf.append(...pairs);
  const rest = make("p", "code muted used", used.sort().join("  "));
  return [shelf, rest];
};

const judge = async (frame) => {
  const { contentWindow: view, contentDocument: document } = frame;
  const alone = document?.querySelector(".alone");
  const stood = alone?.outerHTML;
  if (!alone || verdicts.get(frame) === stood) return;
  verdicts.set(frame, stood);
  if (!view.axe) await load(document);
  if (!view.axe) throw new Error("it is not installed");
  const { violations } = await view.axe.run(alone, RULES);
  say(frame, violations.length ? `axe: ${violations.length} to mend` : "axe: nothing found", violations.length ? "danger" : "success");
  frame.found = violations;
  tell();
};

const load = (document) =>
  new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = axeAddress;
    script.onload = done;
    script.onerror = () => fail(new Error("its script did not load"));
    document.head.append(script);
  });

const say = (frame, words, tone) => {
  const place = frame.parentElement?.querySelector("[data-verdict]");
  place?.replaceChildren(make("span", `chip ${tone}`, words));
};

const tell = () => {
  const judged = [...document.querySelectorAll(".framed iframe")].filter((frame) => frame.found);
  const lines = new Set();
  for (const frame of judged) {
    for (const { id, help, nodes } of frame.found) {
      for (const node of nodes) lines.add(`${id}: ${help}. ${node.html.slice(0, 120)}`);
    }
  }
  const clean = `axe-core finds nothing in the ${judged.length} frames that are in sight.`;
  list("[data-axe]", [...lines], clean);
};

const list = (selector, lines, none) => {
  const items = lines.map((line) => make("li", "code", line));
  const shelf = make("ul", "");
  shelf.append(...items);
  show(selector, items.length ? [shelf] : [make("p", "muted", none)]);
};
const show = (selector, nodes) => document.querySelector(selector)?.replaceChildren(...nodes);
const make = (tag, css, text = "") => Object.assign(document.createElement(tag), { className: css, textContent: text });
