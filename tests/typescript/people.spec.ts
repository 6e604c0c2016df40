import { expect, open, test } from "./practice";

test("half an hour without a click ends the session, and the practice next door goes on", async ({ page, practice }) => {
  await practice.reset("secondary-ready");
  await open(page, "/clients");
  await practice.post("clock", { minutes: 31, signed_in: false });
  await page.goto("/clients");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a clinician sees her own clients alone", async ({ page, practice }) => {
  await practice.reset("demo");
  await practice.post("sign-in", { person: "Priya Lindqvist" });
  await open(page, "/clients");
  const clients = page.getByRole("table", { name: "Clients" });
  await expect(clients.getByRole("link", { name: "Kit Halvorsen" })).toBeVisible();
  await expect(clients.getByRole("link", { name: "Rowan Ellis" })).toHaveCount(0);
  await expect(page.getByTestId("test-mode-banner")).toHaveText("Test mode. Synthetic data.");
});
