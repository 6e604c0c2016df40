/** Claims that are ticked to be filed together, sessions that are billed. The ticks stand in the page alone; a bar over the
 *  table, where there is one, counts them.
 *  data-selects: a row's box, data-ready when it may go. data-selects-all: the box over them. data-ticked: the bar. */
const boxes = () => [...document.querySelectorAll("input[data-selects]")];

function tell() {
  tellOver();
  const bar = document.querySelector("[data-ticked]");
  if (!bar) return;
  const { _ } = window.mbp;
  const all = boxes();
  const count = all.filter((box) => box.checked).length;
  const words = { "[data-count-ticked]": _("{count} selected").replace("{count}", count), "[data-files-ticked]": (count === 1 ? _("File {count} claim") : _("File {count} claims")).replace("{count}", count) };
  for (const [place, text] of Object.entries(words)) bar.querySelector(place).textContent = text;
  bar.hidden = count === 0;
}

/** The box over them says whether all, some or none are ticked. */
function tellOver() {
  const over = document.querySelector("[data-selects-all]");
  if (!over) return;
  const ready = boxes().filter((box) => box.dataset.ready);
  over.checked = ready.length > 0 && ready.every((box) => box.checked);
  over.indeterminate = boxes().some((box) => box.checked) && !over.checked;
}

/** A ticked row that leaves is not ticked any more. */
let watcher;
function watch(table) {
  watcher?.disconnect();
  if (!table) return;
  watcher = new MutationObserver(tell);
  watcher.observe(table, { childList: true, subtree: true });
}

function tickAll(on) {
  for (const box of boxes()) box.checked = on && box.dataset.ready !== "";
}

if (typeof document !== "undefined") {
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.("[data-selects], [data-selects-all]")) return;
    if ("selectsAll" in target.dataset) tickAll(target.checked);
    watch(target.closest("table"));
    tell();
  });
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-clears-ticks]")) return;
    const over = document.querySelector("[data-selects-all]");
    for (const box of boxes()) box.checked = false;
    tell();
    if (target.closest("[data-ticked]")?.contains(document.activeElement)) over?.focus();
  });
}
