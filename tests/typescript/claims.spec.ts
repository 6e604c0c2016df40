import { COINSURED, expect, open, test } from "./practice";

const CHART = "/clients/R-0412/claim-center";

test("a secondary claim is filed from the chart, and its 837P goes out", async ({ page, practice }) => {
  await practice.reset("secondary-ready");
  await open(page, CHART);
  await page.getByRole("button", { name: "Actions for claim C-1042-S" }).click();
  await page.getByRole("menuitem", { name: "File Claim" }).click();
  const dialog = page.getByRole("dialog", { name: "File Claim" });
  await expect(dialog.getByTestId("balance-state")).toHaveText("Balanced");
  await dialog.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByTestId("claim-status-C-1042-S")).toHaveText("Filed");
  const { files } = await practice.get("sent");
  expect(files).toHaveLength(1);
  expect(files[0].content).toContain("SVD*60054*92.8*HC:90837**1~");
});

test("a secondary claim is filed from the start page", async ({ page, practice }) => {
  await practice.reset("era-arrived");
  await open(page, "/");
  await page.getByRole("button", { name: "File Claim C-1042-S" }).click();
  await page.getByRole("dialog", { name: "File Claim" }).getByRole("button", { name: "Submit" }).click();
  const said = page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
  await expect(said.filter({ hasText: "Claim C-1042-S filed to Cigna for $23.20." })).toBeVisible();
});

test("adjustments that are missing are typed in until the claim balances", async ({ page, practice }) => {
  await practice.reset("primary-completed");
  await open(page, CHART);
  await expect(page.getByTestId("claim-status-C-1042-S")).toHaveText("Needs adjustments");
  await page.getByRole("button", { name: "Actions for claim C-1042-S" }).click();
  await page.getByRole("menuitem", { name: "File Claim" }).click();
  const dialog = page.getByRole("dialog", { name: "File Claim" });
  await expect(dialog.getByTestId("balance-state")).toBeVisible();
  for (const [place, { group, reason, amount }] of COINSURED.entries()) {
    const number = place + 1;
    const code = dialog.getByRole("combobox", { name: `Group code, adjustment ${number}` });
    if (!(await code.isVisible())) await dialog.getByRole("button", { name: "Add adjustment" }).click();
    await code.selectOption(group);
    await dialog.getByRole("combobox", { name: `Reason code, adjustment ${number}` }).fill(reason);
    await dialog.getByRole("combobox", { name: `Reason code, adjustment ${number}` }).press("Enter");
    await dialog.getByRole("textbox", { name: `Amount, adjustment ${number}` }).fill(amount);
  }
  await expect(dialog.getByTestId("balance-state")).toHaveText("Balanced");
  await dialog.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByTestId("claim-status-C-1042-S")).toHaveText("Filed");
});

test("the payer sends a claim back", async ({ page, practice }) => {
  await practice.reset("primary-filed");
  await open(page, CHART);
  await expect(page.getByTestId("claim-status-C-1042")).toHaveText("Filed");
  await practice.answer("C-1042", [], { kind: "277CA", taken: false });
  await open(page, CHART);
  await expect(page.getByTestId("claim-status-C-1042")).toHaveText("Rejected");
});
