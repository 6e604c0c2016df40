/* What is half typed in a form that stands in the page (data-keeps: its name) comes back as it does in dialogs: kept.js,
   which asks for this file where there is such a form. It is forgotten when it is sent; what is refused is kept again
   when the page is left. data-met: what is typed from now on is kept, and what was typed before. */
const { all, write, fill, valueOf, fieldsOf, BACK } = window.mbpKept;
const met = new WeakMap(); // form -> where its values are kept, and what they were when it came
const forms = () => document.querySelectorAll("form[data-keeps]");
const cameWith = (input) => {
  if (input.matches("select")) return ([...input.options].find((option) => option.defaultSelected) ?? input.options[0])?.value;
  return input.matches('[type="checkbox"], [type="radio"]') ? input.defaultChecked : input.defaultValue;
};
const valuesOf = (form) => fieldsOf(form).map((input) => [input.name, valueOf(input)]);

function meet(form) {
  if (met.has(form)) return;
  const key = `${location.pathname}|${form.dataset.keeps}`;
  met.set(form, { key, values: Object.fromEntries(fieldsOf(form).map((input) => [input.name, cameWith(input)])) });
  const kept = all()[key];
  for (const input of kept ? fieldsOf(form) : []) {
    const untouched = valueOf(input) === cameWith(input);
    if (untouched && input.name in kept.typed && kept.typed[input.name] !== valueOf(input)) fill(input, kept.typed[input.name]);
  }
  if (kept) form.querySelector("[data-kept]").textContent = BACK;
  else keep(form);
  form.dataset.met = "";
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
