// The page of a component: its frames fit their place, its controls change the address, what is changed of an argument
// goes to the frames that are there. Everything hangs on the page's own attributes, so nothing is bound twice.
import { read } from "./reading.js";

const LONG = "Maximiliana-Theodora van der Oosterhout-Featherstonehaugh";
const NAMES = /(^|\.)(name|client|payer|title|heading|words|patient|person|under)$/;
const DIALOG = { 390: 780, 820: 860, 1360: 860 };
const MARGIN = 24;
// Milliseconds.
const QUIET = 600;
const FAILED = 4000;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const watchers = new WeakMap();

const frames = () => all(".framed iframe");
const go = (change) => {
  const asked = new URLSearchParams(location.search);
  change(asked);
  move(window, asked);
};
const move = (where, asked) => {
  const query = asked.toString();
  const { history, location: at } = where;
  history.pushState(history.state, "", query ? `${at.pathname}?${query}` : at.pathname);
  where.dispatchEvent(new where.PopStateEvent("popstate", { state: history.state }));
};
const put = (asked, name, value, usual = "") => (value === usual ? asked.delete(name) : asked.set(name, value));

// A frame is as high as what stands in it, and scaled down to the width that is there.
const fit = (frame) => {
  const alone = frame.contentDocument?.querySelector(".alone");
  const place = frame.parentElement;
  if (!alone || !place) return;
  const pixels = Number(frame.getAttribute("width"));
  const high = Math.max(alone.getBoundingClientRect().bottom + MARGIN, above(frame.contentDocument, pixels));
  const scale = Math.min(1, place.clientWidth / pixels);
  frame.height = Math.ceil(high);
  frame.style.transform = `scale(${scale})`;
  frame.style.marginLeft = `${Math.max(0, (place.clientWidth - pixels * scale) / 2)}px`;
  place.style.setProperty("--high", `${Math.ceil(high * scale)}px`);
};

// What stands above the page has no part in its height.
const above = (document, pixels) => {
  if (document.querySelector("dialog[open], .app")) return DIALOG[pixels];
  return document.querySelector("[role=menu], [role=listbox]:not(:empty)") ? 420 : document.querySelector("[data-sonner-toast]") ? 180 : 0;
};

const drawn = (frame) => {
  const root = frame.contentDocument.documentElement;
  let wait, reading;
  const settle = () => {
    const alone = frame.contentDocument?.querySelector(".alone");
    if (root.dataset.ready !== "true" || !alone) return;
    fit(frame);
    show(frame);
    // All frames share one thread: each shows what changed before axe looks at any of them.
    reading = setTimeout(read, QUIET, frame);
    if (watchers.get(frame)?.of === alone) return;
    watchers.get(frame)?.stop();
    const sizes = new ResizeObserver(() => fit(frame));
    sizes.observe(alone);
    watchers.set(frame, { of: alone, stop: () => sizes.disconnect() });
  };
  const soon = () => {
    [wait, reading].forEach(clearTimeout);
    wait = setTimeout(settle, 60);
  };
  new MutationObserver(soon).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  soon();
  // What fails is seen too.
  setTimeout(show, FAILED, frame);
};

// A frame is hidden until it has its theme: before, it is white in the dark.
const show = (frame) => {
  if ("drawn" in frame.dataset) return;
  frame.dataset.drawn = "";
  frame.contentWindow?.addEventListener("pagehide", () => delete frame.dataset.drawn);
};

const changed = () => {
  const inputs = all("[data-changes]");
  const changes = inputs.map((input) => [`a.${input.dataset.changes}`, valueOf(input), input.dataset.was]);
  const tell = (asked) => changes.forEach(([name, value, was]) => put(asked, name, value, was));
  go(tell);
  for (const frame of frames()) {
    const asked = new URLSearchParams(frame.contentWindow.location.search);
    tell(asked);
    move(frame.contentWindow, asked);
  }
};
const valueOf = (input) => (input.type === "checkbox" ? String(input.checked) : input.value);
const setTo = (input, value) => (input.type === "checkbox" ? (input.checked = value === "true") : (input.value = value));

// What the address says of the arguments stands in their fields.
const filled = () => {
  const asked = new URLSearchParams(location.search);
  for (const input of all("[data-changes]:not([data-filled])")) {
    input.dataset.filled = "";
    setTo(input, asked.get(`a.${input.dataset.changes}`) ?? input.dataset.was);
  }
  const names = all("[data-changes][type=text]").filter((input) => NAMES.test(input.dataset.changes));
  all(".tick.long").forEach((tick) => (tick.hidden = !names.length));
};

const long = (tick) => {
  for (const input of all("[data-changes][type=text]")) {
    if (NAMES.test(input.dataset.changes)) input.value = tick.checked ? LONG : input.dataset.was;
  }
  changed();
};

const found = (text) => {
  const words = text.trim().toLowerCase().replaceAll(/[\s-]+/g, "_");
  for (const each of all("[data-named]")) each.hidden = !each.dataset.named.includes(words);
  for (const group of all(".gal > nav section, .gal .names")) group.hidden = !all("[data-named]:not([hidden])", group).length;
  all("[data-nothing]").forEach((each) => (each.hidden = all("[data-named]:not([hidden])").length > 0));
};

const copied = async (button) => {
  const words = button.querySelector("span");
  await navigator.clipboard.writeText(location.href);
  words.textContent = "Copied";
  setTimeout(() => (words.textContent = "Copy link"), 1500);
};

// Not while the pages are built: there is no document then.
export const follow = () => {
  document.addEventListener("load", ({ target }) => target.matches?.(".framed iframe") && drawn(target), true);
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-finds]")) found(target.value);
    if (target.matches("[data-changes]")) changed();
  });
  document.addEventListener("change", ({ target }) => {
    const { sets } = target.dataset ?? {};
    if (target.matches("[data-long]")) long(target);
    if (sets === "text") go((asked) => put(asked, "text", target.value, "100"));
    if (sets === "state") go((asked) => [...asked.keys()].forEach((name) => name.startsWith("a.") && asked.delete(name)) ?? asked.set("state", target.value));
  });
  document.addEventListener("click", ({ target }) => {
    const sets = target.closest("[data-sets=width]");
    if (sets) go((asked) => put(asked, "width", sets.dataset.to));
    if (target.closest("[data-copies-link]")) copied(target.closest("[data-copies-link]"));
    if (target.closest("[data-resets]")) {
      all("[data-changes]").forEach((input) => setTo(input, input.dataset.was));
      changed();
    }
  });
  document.addEventListener("submit", (event) => event.target.closest(".gal") && event.preventDefault());
  window.addEventListener("resize", () => frames().forEach(fit));
  new MutationObserver(filled).observe(document.documentElement, { subtree: true, childList: true });
};
