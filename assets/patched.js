/** Which rows a table shows: those that were loaded, with those that changed since laid over them. No React here. */

// Kept outside the components: a table that comes and goes must still know what changed while it was away.
const changed = new WeakMap(); // rows -> Map of number -> row, in the order they changed
const firstSeen = new WeakMap(); // patch -> where -> the rows it was first seen with

/** Takes in the last patch: an empty one forgets all, one that is older than `rows` is passed over. */
export function remember(rows, patch, where) {
  if (!firstSeen.has(patch)) firstSeen.set(patch, {});
  const seen = firstSeen.get(patch);
  seen[where] ??= rows;
  if (!changed.has(rows) || patch.length === 0) changed.set(rows, new Map());
  if (seen[where] === rows) for (const row of patch) lay(row, changed.get(rows), rows);
}

/** A row in full says when the service was. Another says only what is new, and needs the row that it is news of. */
function lay(row, over, rows) {
  const known = over.get(row.number) ?? rows.find((one) => one.number === row.number);
  if (row.service_date) over.set(row.number, row);
  else if (known) over.set(row.number, { ...known, ...row });
}

/** Rows replaced by number, dropped when they now belong elsewhere, put in their place when they are new here. */
export function merged(rows, where) {
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

/** 11/03/2026 and C-1042-S as text that sorts: the newest service is the greatest. */
const age = ({ service_date: day, number }) => `${day.slice(6)}/${day.slice(0, 5)} ${number}`;
