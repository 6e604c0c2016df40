// React, Radix primitives, own few lines of CSS: the lean page.
import * as Dialog from "@radix-ui/react-dialog";
import * as Menu from "@radix-ui/react-dropdown-menu";
import * as Select from "@radix-ui/react-select";
import { memo } from "react";
import { createRoot } from "react-dom/client";
import { GROUPS, HEADS, ITEMS, ROWS, useClaims } from "./claims.js";
import "./lean.css";

const Row = memo(({ claim, file, putAway }) => (
  <tr data-testid={`claim-row-${claim.number}`}>
    <th>{claim.number}</th>
    <td>{claim.date}<span className="sub">{claim.service}</span></td>
    <td>{claim.badge} {claim.payer}<span className="sub">{claim.then}</span></td>
    <td>{claim.charge}</td>
    <td>{claim.paid}</td>
    <td>{claim.to_bill}</td>
    <td><span className="chip">{claim.status}</span></td>
    <td><Actions claim={claim} does={{ file, "not-billable": putAway }} /></td>
  </tr>
));

const Actions = ({ claim, does }) => (
  <Menu.Root modal={false}>
    <Menu.Trigger data-testid={`claim-actions-${claim.number}`}>Actions</Menu.Trigger>
    <Menu.Portal>
      <Menu.Content align="end">
        {Object.entries(ITEMS).map(([key, words]) => (
          <Menu.Item key={key} data-testid={`claim-${key}-${claim.number}`} onSelect={() => does[key]?.(claim.number)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Portal>
  </Menu.Root>
);

const Group = ({ name }) => (
  <Select.Root name={name} defaultValue="CO">
    <Select.Trigger><Select.Value /></Select.Trigger>
    <Select.Portal>
      <Select.Content>
        <Select.Viewport>
          {GROUPS.map((code) => <Select.Item key={code} value={code}><Select.ItemText>{code}</Select.ItemText></Select.Item>)}
        </Select.Viewport>
      </Select.Content>
    </Select.Portal>
  </Select.Root>
);

const Form = ({ number, close, submit }) => (
  <Dialog.Root open={number !== null} onOpenChange={(open) => open || close(null)}>
    <Dialog.Portal>
      <Dialog.Overlay className="scrim" />
      <Dialog.Content aria-describedby={undefined}>
        <Dialog.Title>File Claim {number}</Dialog.Title>
        <form onSubmit={submit}>
          {ROWS.map((row) => (
            <div key={row}>
              <Group name={`group-${row}`} />
              <input name={`reason-${row}`} placeholder="Reason code" />
              <input name={`amount-${row}`} placeholder="0.00" />
            </div>
          ))}
          <button>Submit</button>
        </form>
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

function Page() {
  const { rows, said, filing, file, putAway, takeBack, submit } = useClaims();
  return (
    <>
      <h1>Pending Claims</h1>
      <table>
        <thead><tr>{HEADS.map((words, place) => <th key={place}>{words}</th>)}</tr></thead>
        <tbody>{rows.map((claim) => <Row key={claim.number} claim={claim} file={file} putAway={putAway} />)}</tbody>
      </table>
      <Form number={filing} close={file} submit={submit} />
      {said && (
        <div role="status" className="toast">
          {said.text} {said.undo && <button onClick={() => takeBack(said.undo)}>Undo</button>}
        </div>
      )}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
