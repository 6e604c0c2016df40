import { memo, useMemo } from "react";
import { merged, remember } from "./patched.js";
import "./selection.js";

/** A row that is drawn again only when its words change. Its callbacks always mean the row they came with,
 *  so a new function with the same words is no change. */
export const rowMemo = (Row) =>
  memo(Row, (was, is) =>
    Object.keys(is).every((key) => typeof is[key] === "function" || Object.is(was[key], is[key])),
  );

/** `rows` as loaded, with the rows that changed since laid over them. `patch` holds the last few only; earlier ones
 *  are remembered until `rows` is loaded anew or an empty patch forgets them. `where` is "pending" or "filed". */
export function usePatched(rows, patch, where) {
  const base = rows ?? NONE;
  remember(base, patch ?? NONE, where);
  return useMemo(() => merged(base, where), [base, patch, where]);
}

const NONE = [];

/** Arrow keys, Home and End in a list of tabs that are links: focus moves, and the page goes with it. */
export function moveTab({ key }) {
  const here = document.activeElement?.closest("[role=tab]");
  const tabs = [...(here?.closest("[role=tablist]")?.querySelectorAll("[role=tab]") ?? [])];
  const at = tabs.indexOf(here);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[key];
  if (!here || to === undefined) return;
  const tab = tabs[to % tabs.length];
  tab.focus();
  tab.click();
  keep(tab.id);
}

/** The page behind the tab draws its tabs anew, so the focus is given again once it is there. */
function keep(id, tries = 60) {
  const tab = document.getElementById(id);
  if (tab?.getAttribute("aria-selected") === "true" && tab !== document.activeElement) tab.focus();
  else if (id && tries > 0) requestAnimationFrame(() => keep(id, tries - 1));
}
