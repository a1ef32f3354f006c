import { defineConfig } from "@playwright/test"

export default defineConfig({
  testDir: "e2e",
  tsconfig: "./tsconfig.json",
  outputDir: "../.cache/test-results/browser",
  globalSetup: "./support/start-house.ts",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../.cache/test-results/playwright.json" }]],
  use: { trace: "retain-on-failure" },
})
