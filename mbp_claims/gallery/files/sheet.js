// What the page of a component shows, by its address: which state, at which widths, and what is told of it.
import { useEffect, useMemo, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { catalogue } from "./catalogue.js";
import "./gallery.css";
import { follow } from "./frames.js";

if (typeof document !== "undefined") follow();

const words = import.meta.glob("./specimens/*/*.about.js");
const NOTHING = { words: "", source: "", rows: [], controls: [] };
const WIDTHS = [["Phone", 390], ["Tablet", 820], ["Desktop", 1360]];
const THEMES = ["light", "dark"];

export function useSheet() {
  const { component = "" } = useParams();
  const [search] = useSearchParams();
  const states = catalogue.flatMap((group) => group.components).find((each) => each.name === component)?.states ?? [];
  const state = search.get("state") ?? states[0] ?? "";
  const width = search.get("width") ?? "";
  const text = search.get("text") ?? "100";
  // What is changed later goes to the frames that are there, without loading them anew.
  const frames = useMemo(() => framesOf(component, state, width, text, search), [component, state, width, text]);
  useEffect(() => {
    document.querySelector('.gal > nav a[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
  }, [component]);
  return { groups: catalogue, component, states, state, width, text, frames, about: useAbout(component, state) };
}

function framesOf(component, state, width, text, search) {
  const changed = [...search].filter(([name]) => name.startsWith("a."));
  return WIDTHS.filter(([, pixels]) => !width || width === String(pixels)).map(([name, pixels]) => ({
    name,
    pixels: String(pixels),
    pair: THEMES.map((theme) => {
      const asked = new URLSearchParams([["theme", theme], ...(text === "100" ? [] : [["text", text]]), ...changed]);
      const title = `${component}, ${state}, ${name.toLowerCase()}, ${theme}`;
      return { theme, pixels: String(pixels), title, address: `/gallery/${component}/${state}?${asked}` };
    }),
  }));
}

function useAbout(component, state) {
  const [about, tell] = useState(NOTHING);
  useEffect(() => {
    let isWanted = true;
    const load = words[`./specimens/${component}/${state}.about.js`];
    const found = load ? load().then((module) => module.about) : Promise.resolve(NOTHING);
    found.then((told) => isWanted && tell(told));
    return () => {
      isWanted = false;
    };
  }, [component, state]);
  return about;
}
