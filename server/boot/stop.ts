import type { EdgeThread } from "../edge/edge-thread.ts"
import { logError } from "../log.ts"
import { whenParentIsGone } from "./parent.ts"

/** How long running requests may take to end when we are told to stop. */
const patience = 20_000

/**
 * Ends the process when it is told to, or when whoever started it is gone: first the edge, so that running requests are
 * answered, then the last of `stops` first.
 */
export function stopOnSignal(edge: EdgeThread, stops: (() => Promise<unknown>)[]): void {
  let told = false
  const stop = async () => {
    // Second signal: exit at once. The database keeps what it has answered, and is adopted at the next start.
    if (told) process.exit(1)
    told = true
    for (const end of [() => edge.close(patience), ...stops.reverse()])
      await end().catch((error) => logError("stopping", error))
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)
  whenParentIsGone(() => {
    if (!told) void stop()
  })
}
