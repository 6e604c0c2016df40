import { expect, open, test } from "./practice";

const CHART = "/clients/R-0412/claim-center";

test("a secondary plan needs a primary plan", async ({ page, practice }) => {
  await practice.reset("empty");
  await open(page, "/clients");
  await page.getByRole("button", { name: "Add Client" }).click();
  const form = page.getByRole("dialog", { name: "Add Client" });
  for (const [field, words] of [["first-name", "Rowan"], ["last-name", "Ellis"], ["born", "03/14/1988"]])
    await form.getByTestId(`client-${field}`).fill(words);
  await form.getByTestId("client-sex").selectOption("U");
  await form.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rowan Ellis");
  await page.getByRole("region", { name: "Insurance Plans" }).getByRole("button", { name: "Add Insurance Plan" }).click();
  const plan = page.getByRole("dialog", { name: "Add Insurance Plan" });
  await plan.getByRole("combobox", { name: "Payer", exact: true }).fill("Aetna");
  await plan.getByRole("option", { name: /^Aetna \d+$/ }).click();
  await plan.getByRole("textbox", { name: "Member ID" }).fill("W218640937");
  await plan.getByRole("textbox", { name: "Effective date" }).fill("01/01/2026");
  await plan.getByRole("checkbox", { name: "Secondary" }).check();
  await plan.getByRole("button", { name: "Add Insurance Plan" }).click();
  await expect(plan.getByRole("alert")).toContainText("There must be an active primary plan to enter a secondary plan.");
});

test("the second plan gets the letter S", async ({ page, practice }) => {
  await practice.reset("primary-only");
  await open(page, CHART);
  await page.getByRole("button", { name: "Add Insurance Plan" }).click();
  const plan = page.getByRole("dialog", { name: "Add Insurance Plan" });
  await plan.getByRole("combobox", { name: "Payer", exact: true }).fill("Cigna");
  await plan.getByRole("option", { name: /^Cigna \d+$/ }).click();
  await plan.getByRole("textbox", { name: "Member ID" }).fill("U774105528");
  await plan.getByRole("textbox", { name: "Effective date" }).fill("07/01/2026");
  await expect(plan.getByRole("checkbox", { name: "Secondary" })).toBeChecked();
  await plan.getByRole("button", { name: "Add Insurance Plan" }).click();
  await expect(page.getByRole("article", { name: "Secondary plan: Cigna" })).toBeVisible();
  await expect(page.getByTestId("plan-badge-S")).toHaveText("S");
});

test("a primary plan is not deleted under a secondary one", async ({ page, practice }) => {
  await practice.reset("primary-and-secondary");
  await open(page, CHART);
  await page.getByRole("button", { name: "More actions for Aetna" }).click();
  await page.getByRole("menuitem", { name: "Delete plan…" }).click();
  const refusal = page.getByRole("alertdialog");
  await expect(refusal).toContainText("You cannot delete a primary plan without first removing the secondary plan.");
  await refusal.getByRole("button", { name: "Keep plan" }).click();
  await expect(page.getByRole("article", { name: "Primary plan: Aetna" })).toBeVisible();
});
