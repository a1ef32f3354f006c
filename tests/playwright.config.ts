import { defineConfig } from "@playwright/test"

export default defineConfig({
  testDir: "e2e",
  tsconfig: "./tsconfig.json",
  outputDir: "../.cache/test-results/browser",
  globalSetup: "./support/start-server.ts",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  fullyParallel: true,
  // Limits for what never ends. No promise is about time, and a busy machine is many times slower.
  timeout: 900_000,
  expect: { timeout: 60_000, toPass: { timeout: 120_000 } },
  reporter: [["list"], ["json", { outputFile: "../.cache/test-results/playwright.json" }]],
  // A trace of every journey costs a third of the whole run: `npx playwright test --trace on NAME` makes one where it is needed.
  use: { screenshot: "only-on-failure", actionTimeout: 180_000, navigationTimeout: 180_000 },
})
