import {
  type Invalidated,
  type ListeningConnection,
  openListeningConnection,
} from "./listening-connection.ts"

/**
 * How often the connection is tried, and how long an answer may take before it counts as cut. An answer that is only late means
 * that nothing was lost, and a busy machine is late now and then: if the store were emptied for it, it would be busier still.
 */
const clocks = { trial: 5_000, patience: 7_500 }

/**
 * Tells the store of every change, also those of other instances, as Postgres notifies. A connection that is lost is
 * opened again; what was notified meanwhile is not known, so the store is emptied then. Until then it goes on answering
 * with what it holds.
 */
export async function listenForChanges(
  url: string,
  store: Invalidated,
  { trial, patience } = clocks,
): Promise<{ stop(): Promise<void> }> {
  let connection: ListeningConnection | null = await openListeningConnection(url, store)
  let busy = false
  // A dropped connection may go unnoticed: a probe without a reply means that it is gone.
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    try {
      if (connection && !(await connection.alive(patience))) {
        await connection.close()
        connection = null
      }
      connection ??= await openListeningConnection(url, store)
    } catch {
      // The database is away, and everything that needs it says so. There is another trial soon.
    } finally {
      busy = false
    }
  }, trial)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await connection?.close()
    },
  }
}
