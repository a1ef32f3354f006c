import { closeDatabase } from "../../db/client.ts"
import { verifyLogCommand } from "../../lib/audit/cli.ts"
import type { Env } from "../../lib/env.ts"
import { readStaffCommand } from "../../lib/staff/cli.ts"
import { WrongUse } from "../../lib/wrong-use.ts"
import { openDatabase } from "../postgres/database.ts"

/** What was written after the script, as `readArguments` gives it. */
type Given = { options: Record<string, string | undefined>; words: string[] }

/** Reads the arguments, and answers what to do once the database is open; that answers the exit code. */
const commands: Record<string, (given: Given) => () => Promise<number>> = {
  "db:migrate": () => async () => 0,
  "db:seed": () => seedCommand,
  staff: readStaffCommand,
  "verify-log":
    ({ options: { head } }) =>
    () =>
      verifyLogCommand(head === undefined ? [] : ["--head", head]),
}

/** Runs one command on the database, and answers its exit code. */
export async function runCommand(env: Env, script: string, given: Given): Promise<number> {
  try {
    const run = commands[script]?.(given)
    if (!run) throw new Error(`${script} is no command.`)
    return await withDatabase(env, run)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function withDatabase(env: Env, run: () => Promise<number>): Promise<number> {
  const base = await openDatabase(env)
  try {
    return await run()
  } finally {
    await closeDatabase()
    await base.close()
  }
}

async function seedCommand(): Promise<number> {
  const { seed } = await import("./seed.ts")
  const { seeded, demoPassword } = await seed()
  console.log(seeded ? "The demo publication is in." : "The database is not empty, so nothing was changed.")
  if (demoPassword) console.log(`All demo staff sign in with the password ${demoPassword}`)
  return 0
}
