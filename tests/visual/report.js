// Shows only what is pressed and found; a section without anything left goes, too.
const pressed = [...document.querySelectorAll("[data-only]")];
const box = document.querySelector("input[type=search]");
const show = () => {
  const only = pressed.filter((each) => each.ariaPressed === "true").map((each) => each.dataset.only);
  const kinds = only.filter((each) => !["light", "dark"].includes(each));
  const themes = only.filter((each) => ["light", "dark"].includes(each));
  const words = (box?.value ?? "").trim().toLowerCase();
  for (const each of document.querySelectorAll("article")) {
    const is = each.dataset.is.split(" ");
    const fits = (asked) => !asked.length || asked.some((one) => is.includes(one));
    each.hidden = !(fits(kinds) && fits(themes) && each.dataset.name.toLowerCase().includes(words));
  }
  for (const each of document.querySelectorAll("section"))
    each.hidden = Boolean(each.querySelector("article")) && !each.querySelector("article:not([hidden])");
};
for (const each of pressed)
  each.addEventListener("click", () => {
    each.ariaPressed = String(each.ariaPressed !== "true");
    show();
  });
box?.addEventListener("input", show);
