/* Looks at each stop of the Tab key while it has the focus: at a key press it is where the last one led to. */
(() => {
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const LABEL = "label, .field, .tick";
  const shown = (el) => el.checkVisibility({ visibilityProperty: true });
  /* A list of tabs hands the focus on to the chosen one; of radio buttons the checked one is the stop. */
  const aside = (el) => el.role === "tablist" || (el.type === "radio" && !el.checked && document.querySelector(`[name="${el.name}"]:checked`));
  const stops = (root) => [...root.querySelectorAll(FOCUSABLE)].filter((el) => el.tabIndex >= 0 && !el.disabled && shown(el) && !aside(el));
  const told = (el) => `${el.tagName.toLowerCase()} ${(el.getAttribute("aria-label") ?? el.innerText ?? "").trim() || el.outerHTML.slice(0, 90)}`;
  const onPage = (el) => {
    const { left, top, right, bottom } = el.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
  };

  /* The ring is the element's own or that of the field around it; `reach` is how far it stands out. */
  function ringOf(el) {
    for (const at of [el, el.parentElement, el.parentElement?.parentElement].filter(Boolean)) {
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(at);
      if (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) return { at, reach: parseFloat(outlineOffset) + parseFloat(outlineWidth) };
    }
    return null;
  }

  function cutOff({ at, reach }) {
    const box = at.getBoundingClientRect();
    const cut = new Set();
    const within = (name, from, to) => {
      if (box[name[0]] - reach < from - 0.6) cut.add(name[0]);
      if (box[name[1]] + reach > to + 0.6) cut.add(name[1]);
    };
    for (let around = at.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      if (overflowX !== "visible") within(["left", "right"], frame.left, frame.right);
      if (overflowY !== "visible") within(["top", "bottom"], frame.top, frame.bottom);
    }
    within(["left", "right"], 0, document.documentElement.clientWidth);
    return [...cut].join(" and ");
  }

  /* Of five points inside at least three are the element's own: nothing sticks over it. */
  function covered(el) {
    const [box] = el.getClientRects();
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    if (box.height <= innerHeight && height < box.height - 1) return true;
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
    const hit = points.filter(([x, y]) => {
      const there = document.elementFromPoint(left + width * x, top + height * y);
      return there && (el.contains(there) || there.closest(LABEL)?.contains(el));
    });
    return hit.length < 3;
  }

  /* WCAG 2.5.8: 24 px, or so far from others that a circle of 24 px around its middle meets none. */
  function tooSmall(all) {
    const boxes = all.map((el) => [el, el.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
    return boxes.filter(([el, box]) => {
      if (box.width > 23.5 && box.height > 23.5) return false;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const far = (other) => Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
      return boxes.some(([other, at]) => other !== el && !other.contains(el) && !el.contains(other) && far(at) < 12);
    }).map(([el, box]) => `${Math.round(box.width)} by ${Math.round(box.height)} px: ${told(el)}`);
  }

  /* What somebody reads out to a speech program is in the name (2.5.3). */
  function calledOtherwise(all) {
    return all.filter((el) => el.ariaLabel && el.matches("a, button")).filter((el) => {
      const words = el.innerText.trim().split("\n")[0].toLowerCase().match(/[\w$.]+/g) ?? [];
      return words.some((word) => !el.ariaLabel.toLowerCase().includes(word));
    }).map((el) => `called otherwise than it reads: ${told(el)}, ${el.innerText.trim().split("\n")[0]}`);
  }

  /* Each field that is wrong says why, in the words of the summary. */
  function unexplained(root) {
    const said = (el) => (el.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
    const wrong = [...root.querySelectorAll('[aria-invalid="true"]')].filter(shown);
    const summary = [...root.querySelectorAll("[data-summary] a")].map((link) => link.innerText);
    return [
      ...wrong.filter((el) => !said(el).trim()).map((el) => `wrong, and does not say why: ${told(el)}`),
      ...summary.filter((words) => wrong.length > 0 && !root.innerText.replace(words, "").includes(words) && !wrong.some((el) => said(el).includes(words)))
        .map((words) => `stands in the summary alone: ${words}`),
    ];
  }

  const walk = (window.walk = {
    begin() {
      const open = [...document.querySelectorAll("dialog[open]")].at(-1);
      Object.assign(walk, { root: open ?? document, seen: [], faults: [], round: false, last: document.activeElement });
      walk.all = stops(walk.root);
      walk.places = new Map(walk.all.map((el) => [el, onPage(el)]));
      return walk.all.length;
    },
    look() {
      const el = document.activeElement;
      if (!walk.all || el === walk.last || el.matches("body, main")) return walk.round;
      walk.last = el;
      if (walk.seen.includes(el)) return (walk.round = true);
      walk.seen.push(el);
      const ring = ringOf(el);
      const cut = ring && cutOff(ring);
      if (!ring) walk.faults.push(`no ring: ${told(el)}`);
      if (cut) walk.faults.push(`the ring is cut off at the ${cut}: ${told(el)}`);
      if (!shown(el)) walk.faults.push(`not to be seen: ${told(el)}`);
      else if (covered(el)) walk.faults.push(`something lies over it: ${told(el)}`);
      return walk.round;
    },
    end() {
      walk.look();
      const missed = walk.all.filter((el) => el.isConnected && shown(el) && !walk.seen.includes(el)).map((el) => `never reached: ${told(el)}`);
      const order = walk.seen.filter((el) => walk.places.has(el));
      const within = (el) => el.closest(".body, [data-sonner-toaster]");
      const jumps = order.slice(1).flatMap((to, before) => {
        const from = order[before], [a, b] = [walk.places.get(from), walk.places.get(to)];
        const up = b.bottom <= a.top + 1 && b.left < a.right - 1;
        const back = b.right <= a.left + 1 && b.top < a.bottom - 1 && b.bottom > a.top + 1;
        return to !== walk.all[0] && within(from) === within(to) && !from.contains(to) && (up || back) ? [`goes ${up ? "up" : "back"} from ${told(from)} to ${told(to)}`] : [];
      });
      return [...walk.faults, ...missed, ...jumps, ...tooSmall(walk.all), ...calledOtherwise(walk.all), ...unexplained(walk.root)];
    },
  });
  if (!window.walks) window.addEventListener("keydown", () => window.walk.look(), true);
  window.walks = true;
})();
