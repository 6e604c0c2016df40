import { memo, useMemo } from "react";

/** A row that is drawn again only when its words change. Its callbacks always mean the row they came with,
 *  so a new function with the same words is no change. */
export const rowMemo = (Row) =>
  memo(Row, (was, is) =>
    Object.keys(is).every((key) => typeof is[key] === "function" || Object.is(was[key], is[key])),
  );

// Kept outside the components: a table that comes and goes must still know what changed while it was away.
const changed = new WeakMap(); // rows -> Map of number -> row, in the order they changed
const newerThan = new WeakMap(); // patch -> where -> the rows it was first seen with

/** `rows` as loaded, with the rows that changed since laid over them: replaced by number, dropped when they now
 *  belong elsewhere, put in their place (newest service first) when they are new here. `patch` holds the last few
 *  only; earlier ones are remembered until `rows` is loaded anew or an empty patch forgets them. */
export function usePatched(rows, patch, where) {
  const base = rows ?? NONE;
  remember(base, patch ?? NONE, where);
  return useMemo(() => merged(base, where), [base, patch, where]);
}

const NONE = [];

function remember(rows, patch, where) {
  if (!newerThan.has(patch)) newerThan.set(patch, {});
  const first = newerThan.get(patch);
  first[where] ??= rows;
  if (!changed.has(rows) || patch.length === 0) changed.set(rows, new Map());
  if (first[where] === rows) for (const row of patch) changed.get(rows).set(row.number, row);
}

function merged(rows, where) {
  const patches = changed.get(rows);
  const known = new Set(rows.map((row) => row.number));
  const kept = rows.map((row) => patches.get(row.number) ?? row).filter((row) => row.where === where);
  for (const row of patches.values()) {
    if (row.where === where && !known.has(row.number)) place(kept, { ...row, fresh: true });
  }
  return kept;
}

function place(rows, row) {
  const at = rows.findIndex((other) => age(other) < age(row));
  rows.splice(at < 0 ? rows.length : at, 0, row);
}

/** 11/03/2026 and C-1042-S as text that sorts: newest first is greatest first. */
const age = ({ service_date: day, number }) => `${day.slice(6)}/${day.slice(0, 5)} ${number}`;

/** Arrow keys, Home and End in a list of tabs that are links: focus moves, and the page goes with it. */
export function moveTab({ key }) {
  const here = document.activeElement?.closest("[role=tab]");
  const tabs = [...(here?.closest("[role=tablist]")?.querySelectorAll("[role=tab]") ?? [])];
  const at = tabs.indexOf(here);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[key];
  if (here === undefined || to === undefined) return;
  const tab = tabs[to % tabs.length];
  tab.focus();
  tab.click();
}
