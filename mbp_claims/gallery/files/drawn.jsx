// One specimen of the gallery, by the address of the page. The modules beside this one are made by
// mbp_claims/gallery/drawing.py, each by itself, so that a change of one is loaded alone.
import { Suspense, createElement, lazy, useEffect } from "react";
import { useParams, useSearchParams } from "react-router";
import { sayContrasts } from "./contrast.js";
import { force } from "./forced.js";
import "./gallery.css";

const scripts = import.meta.glob("./specimens/*/*.jsx");
const shown = new Map();

const loaded = (path) => {
  if (scripts[path] && !shown.has(path)) shown.set(path, lazy(scripts[path]));
  return shown.get(path);
};

export function Drawn() {
  const { component, specimen } = useParams();
  const [search] = useSearchParams();
  const path = `./specimens/${component}/${specimen}`;
  // In `make dev` what is looked at is drawn first: gallery/opened.py.
  useEffect(() => import.meta.hot?.send("gallery:opened", { name: `${component}/${specimen}` }), [component, specimen]);
  const isChanged = [...search.keys()].some((name) => name.startsWith("a."));
  const Specimen = (isChanged && loaded(`${path}.changed.jsx`)) || loaded(`${path}.jsx`) || None;
  return createElement(Suspense, {}, createElement(Specimen), createElement(Ready, { search: search.toString() }));
}

function None() {
  return createElement("main", { className: "alone bare" }, createElement("h1", {}, "No such specimen"));
}

// Drawn beside the specimen, and so there only when the specimen is.
function Ready({ search }) {
  useEffect(() => {
    const asked = new URLSearchParams(search);
    const root = document.documentElement;
    const size = asked.get("text");
    root.style.fontSize = size ? `${size}%` : "";
    if (asked.get("theme")) wear(root, asked.get("theme"));
    document.fonts.ready.then(() => {
      sayContrasts(document);
      force(document);
      root.dataset.ready = "true";
    });
    // The theme may change under a page that is open: the system's, or the one that the shell's button sets.
    const theme = new MutationObserver(() => sayContrasts(document));
    theme.observe(root, { attributeFilter: ["class"] });
    return () => theme.disconnect();
  }, [search]);
  return null;
}

function wear(root, theme) {
  for (const part of [root, ...document.querySelectorAll(".radix-themes")]) {
    part.classList.remove("light", "dark");
    part.classList.add(theme);
  }
  root.style.colorScheme = theme;
}
