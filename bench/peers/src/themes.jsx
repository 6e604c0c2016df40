// React and Radix Themes: the same page with a ready-made look.
import {
  Badge, Button, Card, Container, Dialog, DropdownMenu as Menu, Flex, Heading, Select, Table, Text, TextField, Theme,
} from "@radix-ui/themes";
import "@radix-ui/themes/styles.css";
import { memo } from "react";
import { createRoot } from "react-dom/client";
import { GROUPS, HEADS, ITEMS, ROWS, useClaims } from "./claims.js";

const Row = memo(({ claim, file, putAway }) => (
  <Table.Row data-testid={`claim-row-${claim.number}`}>
    <Table.RowHeaderCell>{claim.number}</Table.RowHeaderCell>
    <Table.Cell>{claim.date} <Text as="div" size="1" color="gray">{claim.service}</Text></Table.Cell>
    <Table.Cell><Badge>{claim.badge}</Badge> {claim.payer} <Text as="div" size="1" color="gray">{claim.then}</Text></Table.Cell>
    <Table.Cell>{claim.charge}</Table.Cell>
    <Table.Cell>{claim.paid}</Table.Cell>
    <Table.Cell>{claim.to_bill}</Table.Cell>
    <Table.Cell><Badge color="teal">{claim.status}</Badge></Table.Cell>
    <Table.Cell><Actions claim={claim} does={{ file, "not-billable": putAway }} /></Table.Cell>
  </Table.Row>
));

const Actions = ({ claim, does }) => (
  <Menu.Root modal={false}>
    <Menu.Trigger>
      <Button size="1" variant="soft" data-testid={`claim-actions-${claim.number}`}>Actions <Menu.TriggerIcon /></Button>
    </Menu.Trigger>
    <Menu.Content align="end">
      {Object.entries(ITEMS).map(([key, words]) => (
        <Menu.Item key={key} data-testid={`claim-${key}-${claim.number}`} onSelect={() => does[key]?.(claim.number)}>
          {words}
        </Menu.Item>
      ))}
    </Menu.Content>
  </Menu.Root>
);

const Group = ({ name }) => (
  <Select.Root name={name} defaultValue="CO">
    <Select.Trigger />
    <Select.Content>{GROUPS.map((code) => <Select.Item key={code} value={code}>{code}</Select.Item>)}</Select.Content>
  </Select.Root>
);

const Form = ({ number, close, submit }) => (
  <Dialog.Root open={number !== null} onOpenChange={(open) => open || close(null)}>
    <Dialog.Content aria-describedby={undefined}>
      <Dialog.Title>File Claim {number}</Dialog.Title>
      <form onSubmit={submit}>
        {ROWS.map((row) => (
          <Flex key={row} gap="2" mb="2">
            <Group name={`group-${row}`} />
            <TextField.Root name={`reason-${row}`} placeholder="Reason code" />
            <TextField.Root name={`amount-${row}`} placeholder="0.00" />
          </Flex>
        ))}
        <Button>Submit</Button>
      </form>
    </Dialog.Content>
  </Dialog.Root>
);

function Page() {
  const { rows, said, filing, file, putAway, takeBack, submit } = useClaims();
  return (
    <Theme accentColor="teal">
      <Container size="4">
        <Heading>Pending Claims</Heading>
        <Table.Root size="1">
          <Table.Header>
            <Table.Row>{HEADS.map((words, place) => <Table.ColumnHeaderCell key={place}>{words}</Table.ColumnHeaderCell>)}</Table.Row>
          </Table.Header>
          <Table.Body>{rows.map((claim) => <Row key={claim.number} claim={claim} file={file} putAway={putAway} />)}</Table.Body>
        </Table.Root>
        <Form number={filing} close={file} submit={submit} />
        {said && (
          <Card role="status">
            {said.text} {said.undo && <Button size="1" onClick={() => takeBack(said.undo)}>Undo</Button>}
          </Card>
        )}
      </Container>
    </Theme>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
