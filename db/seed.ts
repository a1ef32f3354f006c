import { sql } from "drizzle-orm"
import type { Transaction } from "./client.ts"
import { idsByKey, known } from "./demo/numbered.ts"
import { colleagues } from "./demo/people.ts"
import { publication } from "./demo/publication.ts"
import { type CommentTools, seedComments } from "./demo/seed-comments.ts"
import { type BylineTools, type PictureTools, seedStories } from "./demo/seed-stories.ts"
import { lock } from "./locks.ts"
import { auditEvents } from "./schema/audit.ts"
import { posts } from "./schema/posts.ts"
import { settings } from "./schema/settings.ts"
import { staff } from "./schema/staff.ts"
import { siteKeys, writeSiteRow } from "./site.ts"
import { transaction } from "./transaction.ts"

/** What the seed needs from `lib`, handed over since `db` imports nothing from above. */
export type SeedTools = CommentTools &
  PictureTools &
  BylineTools & {
    hashPassword(password: string): Promise<string>
    /** Makes the profile of one of the staff, with their name and nothing else; answers its id. */
    ensureByline(tx: Transaction, staffId: number): Promise<number>
  }

/**
 * Fills an empty database with the demo publication; answers false, having changed nothing, when there
 * are staff or stories already. Instances that start at once seed once: the others wait for the lock.
 * @param password what all demo staff sign in with
 */
export async function seedPublication(password: string, tools: SeedTools): Promise<boolean> {
  return transaction(async (tx, changed) => {
    await lock(tx, "seed")
    if (!(await isEmpty(tx))) return false

    const now = new Date()
    const staffIds = await insertStaff(tx, () => tools.hashPassword(password))
    const authorIds = await makeBylines(tx, staffIds, tools)
    const { postIds, events } = await seedStories(tx, { authorIds, staffIds, now }, tools)
    events.push(...(await seedComments(tx, { postIds, staffIds, now }, tools)))
    await tx.insert(auditEvents).values(events.sort((a, b) => Number(a.createdAt) - Number(b.createdAt)))
    await tx
      .insert(settings)
      .values(Object.entries(publication).map(([key, value]) => ({ key, value })))
      .onConflictDoNothing()
    // A demo is looked at: nobody has to set it up.
    await writeSiteRow(tx, siteKeys.firstRun, { hidden: 0 })
    changed("everything")
    return true
  })
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select exists (select from ${staff}) or exists (select from ${posts}) as held`,
  )
  return row?.held === false
}

/** Ids of the profiles of those colleagues who write, by slug. */
async function makeBylines(
  tx: Transaction,
  staffIds: Map<string, number>,
  { ensureByline }: SeedTools,
): Promise<Map<string, number>> {
  const made: { key: string; id: number }[] = []
  for (const { email, byline } of colleagues)
    if (byline) made.push({ key: byline, id: await ensureByline(tx, known(staffIds, email)) })
  return idsByKey(made)
}

async function insertStaff(tx: Transaction, hash: () => Promise<string>): Promise<Map<string, number>> {
  const people = await Promise.all(
    colleagues.map(async ({ email, name, role }) => ({
      email,
      name,
      roles: [role],
      passwordHash: await hash(),
      joinedAt: new Date(),
    })),
  )
  return idsByKey(await tx.insert(staff).values(people).returning({ key: staff.email, id: staff.id }))
}
