/* A text box with a list: type a code or words, arrows, Enter, Escape, Home, End. The roles and keys are downshift's. */
import { useCombobox } from "downshift";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

const MOST = 400;
const lists = new Map();

/** Registers a list once, for every combobox that names it. `usual`: for a key, the values that come first. */
export const defineOptions = (name, options, usual) => lists.set(name, { options, usual: usual ?? {} });

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
function textOf(option, coded) {
  if (!option || option.added) return option?.label ?? "";
  return coded ? `${option.value} ${option.label}` : option.note ? `${option.label} (${option.note})` : option.label;
}

/* What a person may type for it: its codes. A payer's value is an id of ours, so it counts only where values are shown. */
const codesOf = (option, coded) => [...(coded || !option.note ? [option.value] : []), option.note ?? ""].filter(Boolean).map(plain);

function rank(option, query, coded) {
  const codes = codesOf(option, coded);
  if (codes.includes(query)) return 0;
  if (codes.some((code) => code.startsWith(query))) return 1;
  const words = ` ${codes.join(" ")} ${plain(`${option.label} ${option.words ?? ""}`)}`;
  return query.split(/\s+/).every((word) => words.includes(` ${word}`)) ? 2 : words.includes(query) ? 3 : 9;
}

function find({ options, usual }, typed, lead, coded) {
  const query = plain(typed.trim());
  if (query) {
    const ranked = options.map((option) => [rank(option, query, coded), option]).filter(([place]) => place < 9);
    return ranked.sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, option]) => option);
  }
  const first = (usual[lead] ?? []).map((value) => options.find((option) => option.value === value)).filter(Boolean);
  return [...first, ...options.filter((option) => !first.includes(option)).slice(0, MOST)];
}

export function Combobox({
  id, name, label, listLabel, listName, options, value, text, lead, coded, free, none, adds, optionTestId, testId,
  invalid, describedBy, onPick,
}) {
  const list = listName ? lists.get(listName) ?? { options: [], usual: {} } : { options: options ?? [], usual: {} };
  const known = (text) => list.options.find((option) => [...codesOf(option, coded), plain(option.label)].includes(plain(text.trim())));
  const initial = value ? list.options.find((option) => option.value === value) ?? { value, label: text || value, added: true } : null;
  const [typed, setTyped] = useState(null);
  const items = useMemo(() => {
    const found = find(list, typed ?? "", lead, coded);
    const query = (typed ?? "").trim();
    return adds && query ? [...found, { value: `new:${query}`, label: query, added: true, add: true }] : found;
  }, [list.options, typed, lead, coded, adds]);

  const box = useCombobox({
    items,
    inputId: id,
    labelId: `${id}-label`,
    menuId: `${id}-list`,
    toggleButtonId: `${id}-toggle`,
    getItemId: (index) => `${id}-option-${index}`,
    itemToString: (option) => textOf(option, coded),
    itemToKey: (option) => option?.value,
    initialSelectedItem: initial,
    stateReducer: (state, { type, changes }) => reduce(state, type, changes, { known, coded, free }),
    onInputValueChange: ({ type, inputValue }) => setTyped(type === useCombobox.stateChangeTypes.InputChange ? inputValue : null),
    onIsOpenChange: ({ isOpen }) => isOpen || setTyped(null),
    onSelectedItemChange: ({ selectedItem }) => onPick?.(selectedItem?.value ?? ""),
  });
  const chosen = box.selectedItem;
  const hidden = chosen?.value ?? (free ? box.inputValue.trim() : "");
  const input = useRef(null);
  const picked = useRef(hidden);
  const place = usePlace(input, box.isOpen);
  useEffect(() => {
    if (picked.current === hidden) return;
    picked.current = hidden;
    if (free && !chosen) onPick?.(hidden);
    input.current?.dispatchEvent(new CustomEvent("mbp:picked", { bubbles: true }));
  }, [hidden]);

  /* What was typed before comes back (kept.js): the value that was chosen, and what stood in the box. */
  const fill = useRef(null);
  fill.current = ([value, text]) => {
    const added = value.startsWith("new:") && { value, label: value.slice(4), added: true };
    const option = list.options.find((one) => one.value === value) ?? (added || null);
    if (option) box.selectItem(option);
    else box.setInputValue(text);
  };
  useLayoutEffect(() => {
    const heard = ({ detail }) => fill.current(detail);
    input.current.addEventListener("mbp:fill", heard);
    return () => input.current?.removeEventListener("mbp:fill", heard);
  }, []);

  const covered = coded && chosen && !chosen.added && !box.isOpen;
  const keyed = (event) => {
    if (event.key !== "Escape") return;
    if (box.isOpen) event.preventDefault();
    // Of a closed list downshift would make nothing, and keep the key from the dialog.
    else event.nativeEvent.preventDownshiftDefault = true;
  };
  const left = () => {
    const exact = !box.isOpen && !chosen && known(box.inputValue);
    if (exact) box.selectItem(exact);
  };
  return (
    <div className={`combo${covered ? " covered" : ""}`} data-kind={chosen?.add || chosen?.value.startsWith("new:") ? "new" : chosen?.kind ?? ""}>
      <input
        {...box.getInputProps({
          ref: input, name: `${name}_query`, className: "field", type: "text", autoComplete: "off", spellCheck: false,
          "aria-label": label || undefined, "aria-invalid": invalid || undefined, "aria-describedby": describedBy || undefined,
          ...(items.length ? {} : { "aria-activedescendant": "" }), "data-testid": testId, onKeyDown: keyed, onBlur: left, onFocus: (event) => event.target.select(),
        })}
      />
      {covered && <span className="shown" aria-hidden="true"><b>{chosen.value}</b> {chosen.label}</span>}
      <svg className="lucide" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="m7 15 5 5 5-5" /><path d="m7 9 5-5 5 5" />
      </svg>
      <input type="hidden" name={name} value={hidden} />
      <div className="popup" hidden={!box.isOpen} style={place}>
        {box.isOpen && items.every((option) => option.add) && <p role="status">{none.replace("{q}", (typed ?? "").trim())}</p>}
        <ul {...box.getMenuProps({ "aria-label": listLabel })}>
          {box.isOpen && items.map((option, index) => (
            <li
              key={option.value}
              {...box.getItemProps({
                item: option, index, className: index === box.highlightedIndex ? "on" : "",
                "data-testid": optionTestId ? `${optionTestId}${option.note || option.value}` : undefined,
              })}
            >
              {option.add ? adds.replace("{q}", option.label) : coded ? <><b>{option.value}</b> {option.label}</> : <>{option.label} {option.note && <span>{option.note}</span>}</>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function reduce(state, type, changes, { known, coded, free }) {
  const on = useCombobox.stateChangeTypes;
  if (type === on.InputChange) {
    const kept = state.selectedItem && textOf(state.selectedItem, coded) === changes.inputValue ? state.selectedItem : null;
    return { ...changes, selectedItem: kept, highlightedIndex: changes.inputValue.trim() && !free ? 0 : -1 };
  }
  if (type === on.InputKeyDownEscape) return { ...state, isOpen: false, highlightedIndex: -1 };
  if (type === on.InputBlur) {
    const exact = state.selectedItem ?? known(state.inputValue) ?? null;
    return { ...state, isOpen: false, highlightedIndex: -1, selectedItem: exact, inputValue: exact ? textOf(exact, coded) : state.inputValue };
  }
  if (type === on.InputClick && state.isOpen) return { ...changes, isOpen: true };
  return changes;
}

/** Where the list goes: below the box, or above when there is more room; over the edges of what scrolls. */
function usePlace(input, isOpen) {
  const [place, setPlace] = useState({});
  useLayoutEffect(() => {
    if (!isOpen || !input.current) return undefined;
    const put = () => {
      const { left, top, bottom, width } = input.current.getBoundingClientRect();
      const wide = Math.min(Math.max(width, 280), innerWidth - 16);
      const below = innerHeight - bottom - 12;
      const up = below < 200 && top > below;
      setPlace({
        left: Math.min(left, innerWidth - wide - 8), width: wide,
        maxHeight: Math.min(320, up ? top - 12 : below), ...(up ? { bottom: innerHeight - top + 4 } : { top: bottom + 4 }),
      });
    };
    put();
    addEventListener("scroll", put, true);
    addEventListener("resize", put);
    return () => {
      removeEventListener("scroll", put, true);
      removeEventListener("resize", put);
    };
  }, [isOpen]);
  return place;
}
