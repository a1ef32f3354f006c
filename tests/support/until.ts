import { setTimeout as pause } from "node:timers/promises"

/** What has not happened by then will not happen: many times what a busy machine needs. */
const longest = 600_000

/**
 * Asks again and again until something holds.
 * @throws after ten minutes, naming what was waited for
 */
export async function until(what: string, holds: () => unknown): Promise<void> {
  const end = Date.now() + longest
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ten minutes for ${what}.`)
    await pause(20)
  }
}
