import { closeDatabase } from "../../db/client.ts"
import type { Env } from "../../lib/env.ts"
import { openDatabase } from "../postgres/database.ts"

/** Runs one command on the database, and answers its exit code. */
export async function runCommand(env: Env, name: string, args: string[]): Promise<number> {
  const base = await openDatabase(env)
  try {
    if (name === "seed") {
      const { seed } = await import("./seed.ts")
      const { seeded, demoPassword } = await seed()
      console.log(
        seeded ? "The demo publication is in." : "The database is not empty, so nothing was changed.",
      )
      if (demoPassword) console.log(`All demo staff sign in with the password ${demoPassword}`)
    }
    if (name === "staff") {
      const { staffCommand } = await import("../../lib/staff/cli.ts")
      return await staffCommand(args)
    }
    if (name === "verify-log") {
      const { verifyLogCommand } = await import("../../lib/audit/cli.ts")
      return await verifyLogCommand(args)
    }
    return 0
  } finally {
    await closeDatabase()
    await base.close()
  }
}
