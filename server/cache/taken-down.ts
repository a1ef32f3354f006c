import type { Sql } from "postgres"
import type { CacheTag } from "../../db/cache-tags.ts"
import { keptBy } from "../../lib/media/storage/names.ts"

/** The tags of files that wait for their removal: what an instance that has just begun to listen was not told. */
export async function tagsTakenDown(client: Sql): Promise<CacheTag[]> {
  const rows = await client<{ name: string }[]>`
    select files.name from jobs, jsonb_array_elements_text(jobs.input -> 'names') as files(name)
    where jobs.name = 'media.remove' and jobs.state <> 'done' and starts_with(files.name, 'files/')
    order by jobs.id desc limit 10000`
  return rows.map(({ name }): CacheTag => `media:${keptBy(name)?.key ?? ""}`)
}
