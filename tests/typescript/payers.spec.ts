import { COINSURED, expect, open, test } from "./practice";

test("a payment comes in, is posted, and the secondary claim is ready", async ({ page, practice }) => {
  await practice.reset("primary-filed");
  await practice.answer("C-1042", COINSURED, { check: "90010001" });
  await open(page, "/era");
  await page.getByTestId("era-row-90010001").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aetna, $92.80");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByTestId("live-region")).toHaveText("1 payment posted. 1 secondary claim is ready to file.");
  await open(page, "/clients/R-0412/claim-center");
  await expect(page.getByTestId("claim-status-C-1042-S")).toHaveText("Ready to file");
});

test("an ERA file is imported by hand", async ({ page, practice }) => {
  await practice.reset("primary-filed");
  const { files } = await practice.answer("C-1042", COINSURED, { deliver: false });
  await open(page, "/era");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import ERA" }).click();
  const file = { name: files[0].name, mimeType: "text/plain", buffer: Buffer.from(files[0].content) };
  await (await choosing).setFiles([file]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aetna, $92.80");
});
