import postgres from "postgres"
import { cacheTagsChannel } from "../../db/cache-tags.ts"
import { logError } from "../log.ts"
import { tagsTakenDown } from "./taken-down.ts"

/** What is to be emptied of the documents that carry a cache tag. */
type Invalidated = { changed(tag: string): void }

/**
 * How often the line is tried, and how long an answer may take before it counts as cut. An answer that is only late means
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
  let line: Line | null = await open(url, store)
  let busy = false
  // A dropped connection may go unnoticed: a probe without a reply means that it is gone.
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    try {
      if (line && !(await line.alive(patience))) {
        await line.close()
        line = null
      }
      line ??= await open(url, store)
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
      await line?.close()
    },
  }
}

type Line = { alive(patience: number): Promise<boolean>; close(): Promise<void> }

async function open(url: string, store: Invalidated): Promise<Line> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 5,
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    connection: { application_name: "masthead-listener" },
  })
  async function refuseTakenDown() {
    for (const tag of await tagsTakenDown(client)) store.changed(tag)
  }
  let heard = 0
  const test = `test:${Math.random().toString(36).slice(2)}`
  try {
    await client.listen(
      cacheTagsChannel,
      (tag) => {
        if (tag === test) heard++
        else if (!tag.startsWith("test:")) store.changed(tag)
      },
      // Called each time the line is there, again and again.
      () => {
        store.changed("everything")
        refuseTakenDown().catch((error: unknown) =>
          logError("files that were taken down are not known", error),
        )
      },
    )
    // Before anything is answered.
    await refuseTakenDown()
  } catch (error) {
    // Left alone, the driver would go on trying, beside the next line that is opened.
    await client.end({ timeout: 1 }).catch(() => {})
    throw error
  }
  return {
    async alive(patience) {
      const before = heard
      try {
        await client`select pg_notify(${cacheTagsChannel}, ${test})`
      } catch {
        // The database is away; the driver is at it.
        return true
      }
      for (let waited = 0; waited < patience && heard === before; waited += 50) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return heard > before
    },
    close: () => client.end({ timeout: 1 }).catch(() => {}),
  }
}
