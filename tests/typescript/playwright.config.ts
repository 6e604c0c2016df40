import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  workers: 4,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  outputDir: "../../test-results/typescript",
  use: {
    baseURL: process.env.MBP_ADDRESS ?? "http://127.0.0.1:3000",
    locale: "en-US",
    timezoneId: "America/New_York",
    viewport: { width: 1360, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.MBP_CHROMIUM,
      args: (process.env.MBP_CHROMIUM_ARGUMENTS ?? "").split("\n").filter(Boolean),
    },
  },
});
