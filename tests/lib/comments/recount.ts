import { sql } from "drizzle-orm"
import { expect } from "vitest"
import { database } from "@/db/client"

/** Expects the numbers that a trigger keeps of every thread to be what a recount gives. */
export async function threadsAreTrue(): Promise<void> {
  const kept = await database().execute(sql`
    select post_id, root_id, shown from threads where shown > 0 order by post_id, root_id`)
  const counted = await database().execute(sql`
    select post_id, 0 as root_id, count(*)::int as shown from comments where status = 'approved' group by post_id
    union all
    select post_id, path[1], count(*)::int from comments
      where status = 'approved' and parent_id is not null group by post_id, path[1]
    order by post_id, root_id`)
  expect(kept.map(plain)).toEqual(counted.map(plain))
}

function plain(row: Record<string, unknown>) {
  return Object.values(row).map(Number)
}
