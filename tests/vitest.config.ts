import path from "node:path"
import { defineConfig } from "vitest/config"

const root = path.join(import.meta.dirname, "..")

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: "server-only", replacement: path.join(root, "node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: ["tests/support/environment.ts"],
    // Limits for what never ends. No promise is about time, and a busy machine is many times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
