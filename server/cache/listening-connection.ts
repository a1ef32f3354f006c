import postgres from "postgres"
import { cacheTagsChannel } from "../../db/cache-tags.ts"
import { logError } from "../log.ts"
import { tagsTakenDown } from "./taken-down.ts"

/** What is to be emptied of the documents that carry a cache tag. */
export type Invalidated = { changed(tag: string): void }

/** A connection on which Postgres notifies; `alive` answers whether a notification of its own came back in time. */
export type ListeningConnection = { alive(patience: number): Promise<boolean>; close(): Promise<void> }

export async function openListeningConnection(url: string, store: Invalidated): Promise<ListeningConnection> {
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
      // Called at each connection, also after one was lost.
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
    // Left alone, the driver would go on trying, beside the next connection.
    await client.end({ timeout: 1 }).catch(() => {})
    throw error
  }
  return {
    async alive(patience) {
      const before = heard
      try {
        await client`select pg_notify(${cacheTagsChannel}, ${test})`
      } catch {
        // The database is away; the driver connects again.
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
