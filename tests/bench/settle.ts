import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { memoryOf } from "./processes.ts"

/**
 * Waits until the background work of a fresh publication is done, above all the sizes of the demo's pictures, and
 * answers what the app with its child processes held meanwhile at most, in bytes.
 */
export async function settle(pid: number): Promise<number> {
  let most = 0
  // The process that makes pictures ends after it has had nothing to do for a while.
  for (let idle = 0; idle < 45; idle++) {
    most = Math.max(most, memoryOf(pid) ?? 0)
    const [due] = await database().execute(
      sql`select from jobs where state = 'queued' and schedule is null and due_at <= now() limit 1`,
    )
    if (due) idle = 0
    await pause(1000)
  }
  return most
}
