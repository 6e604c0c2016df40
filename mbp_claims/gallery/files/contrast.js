// Colours as the page has them now, and their contrast by WCAG 2.2, 1 to 21.
const PARTS = /[\d.]+/g;

export const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

// The value of a token, as "rgb(…)" like the colours that a browser computes; "" where it is no colour. A build writes
// colours shorter than the stylesheet does, so a canvas says what is meant.
export const colourOf = (name, root) => {
  const view = root.ownerDocument.defaultView;
  const value = view.getComputedStyle(root).getPropertyValue(`--mbp-${name}`).trim();
  if (!CSS.supports("color", value)) return "";
  brush ??= document.createElement("canvas").getContext("2d");
  brush.fillStyle = value;
  const hex = brush.fillStyle;
  return hex.startsWith("#") ? `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})` : hex;
};
let brush;

// Swatches that name a pair of tokens, as "text/canvas", say its contrast in this theme.
export const sayContrasts = (document) => {
  for (const swatch of document.querySelectorAll("[data-contrast]")) {
    const [text, ground] = swatch.dataset.contrast.split("/").map((name) => colourOf(name, document.body));
    swatch.querySelector("[data-ratio]").textContent = contrast(text, ground).toFixed(2);
  }
};

// What is behind an element: its own ground, or that of the first around it that has one.
export const groundOf = (element) => {
  const look = element.ownerDocument.defaultView.getComputedStyle(element).backgroundColor;
  if (look.match(PARTS)[3] !== "0" || !element.parentElement) return look;
  return groundOf(element.parentElement);
};

const luminance = (colour) => {
  const [red, green, blue] = colour.match(PARTS).slice(0, 3).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
