import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { texts } from "@/db/lists"
import { transaction } from "@/db/transaction"
import { haveVariantsMade } from "@/lib/media/mutations"
import { keptBy } from "@/lib/media/storage/names"
import { type MediaStore, mediaStore } from "@/lib/media/storage/store"

/** What is younger may belong to an upload whose row is not written yet. */
export const orphanHours = 24

/** Removes stored files that are older than a moment and that no picture is kept by. */
export async function removeOrphans(before: Date, store: MediaStore = mediaStore()): Promise<void> {
  const keys = new Map<string, string>()
  for await (const { name, changedAt } of store.list()) {
    const kept = changedAt < before ? keptBy(name) : null
    if (kept) keys.set(kept.folder, kept.key)
  }
  const known = await findKnown([...new Set(keys.values())])
  const orphans = [...keys].flatMap(([folder, key]) => (known.has(key) ? [] : [folder]))
  // Against the loss of everything where a database was restored or exchanged and the store was not.
  const none = known.size === 0 && orphans.length > 0
  if (none || (orphans.length > mostOrphans && orphans.length > keys.size / 2))
    throw new Error(
      `${orphans.length} of ${keys.size} stored files belong to no picture of this database. Is the store another site's? Nothing was removed.`,
    )
  for (const folder of orphans) await store.removeAll(folder)
}

/** So few may be all that there is. */
const mostOrphans = 100

/** Which of these keys a picture has. Stories, pages, drafts and mails name pictures by their rows, which stay while any does. */
async function findKnown(keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let at = 0; at < keys.length; at += 1000) {
    const some = texts(keys.slice(at, at + 1000))
    const rows = await database().execute<{ key: string }>(sql`
      select key from media where key in ${some}
      union all select original_key from media where original_key in ${some}`)
    for (const { key } of rows) known.add(key)
  }
  return known
}

/** Has the sizes made of pictures that have waited for a day, as after a long failure of the store, and of failed ones for some days more. */
export async function resumeUnfinished(): Promise<void> {
  await transaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from media m where (state = 'processing' or state = 'failed' and updated_at > now() - interval '8 days')
        and updated_at < now() - make_interval(hours => ${orphanHours})
        and not exists (
          select from jobs j where j.name = 'media.variants' and j.key = m.id::text and j.state = 'queued')
      order by id limit 500`)
    for (const { id } of rows) await haveVariantsMade(tx, Number(id))
  })
}
