/* What is half typed in a form that stands in the page (data-keeps: its name) comes back as it does in dialogs: kept.js,
   which asks for this file where there is such a form. It is forgotten when it is sent; what is refused is kept again
   when the page is left. */
const { all, write, fill, valueOf, fieldsOf, BACK } = window.mbpKept;
const met = new WeakMap(); // form -> where its values are kept, and what they were when it came
const forms = () => document.querySelectorAll("form[data-keeps]");
const valuesOf = (form) => fieldsOf(form).map((input) => [input.name, valueOf(input)]);

function meet(form) {
  if (met.has(form)) return;
  const key = `${location.pathname}|${form.dataset.keeps}`;
  met.set(form, { key, values: Object.fromEntries(valuesOf(form)) });
  const kept = all()[key];
  if (!kept) return;
  for (const input of fieldsOf(form)) {
    if (input.name in kept.typed && kept.typed[input.name] !== valueOf(input)) fill(input, kept.typed[input.name]);
  }
  form.querySelector("[data-kept]").textContent = BACK;
}

function keep(form) {
  if (!met.has(form)) return;
  const { key, values } = met.get(form);
  const typed = valuesOf(form).filter(([name, value]) => value !== values[name]);
  write(key, typed.length ? { typed: Object.fromEntries(typed), at: Date.now() } : null);
}

export const meetAll = () => forms().forEach(meet);
const formOf = ({ target }) => target.closest?.("form[data-keeps]");
document.addEventListener("focusin", (event) => formOf(event) && meet(formOf(event)));
for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => formOf(event) && keep(formOf(event)));
document.addEventListener("submit", (event) => {
  const form = formOf(event);
  if (!met.has(form)) return;
  write(met.get(form).key, null);
  form.querySelector("[data-kept]").textContent = "";
});
for (const leaving of ["pagehide", "popstate"]) addEventListener(leaving, () => forms().forEach(keep), true);
document.addEventListener("click", ({ target }) => target.closest?.("a[href]") && forms().forEach(keep), true);
