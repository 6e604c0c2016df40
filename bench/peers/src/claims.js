// What both React pages share: the claims as loaded, and what is done to one of them.
import { useCallback, useEffect, useState } from "react";

export const ITEMS = { file: "File Claim", details: "View details", "not-billable": "Mark as not billable" };
export const GROUPS = ["CO", "PR", "OA", "PI"];
export const HEADS = ["Claim", "Service", "Bill to", "Charge", "Primary paid", "To bill", "Status", ""];
export const ROWS = [0, 1, 2, 3, 4];

const post = (path, body = {}) =>
  fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).then(
    (answer) => answer.json(),
  );

const newestFirst = (a, b) => `${b.day} ${b.number}`.localeCompare(`${a.day} ${a.number}`);

/** The rows, the last sentence to show, and what the menu and the form do. */
export function useClaims() {
  const [rows, setRows] = useState([]);
  const [said, say] = useState(null);
  const [filing, file] = useState(null);
  useEffect(() => {
    fetch("/api/claims").then((answer) => answer.json()).then(setRows);
  }, []);
  const putAway = useCallback(async (number) => {
    const gone = await post(`/api/claims/${number}/not-billable`);
    setRows((all) => all.filter((row) => row.number !== gone.number));
    say({ text: `${number} is marked as not billable.`, undo: number });
  }, []);
  const takeBack = useCallback(async (number) => {
    const back = await post(`/api/claims/${number}/billable`);
    setRows((all) => [...all, back].sort(newestFirst));
    say({ text: `${number} is billable again.` });
  }, []);
  const submit = useCallback((event) => {
    event.preventDefault();
    file(null);
  }, []);
  return { rows, said, filing, file, putAway, takeBack, submit };
}
