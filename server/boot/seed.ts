import { randomInt } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { inOneTransaction, type Transaction } from "../../db/client.ts"
import { editor } from "../../db/demo/people.ts"
import { lock } from "../../db/locks.ts"
import { mailDeliveries } from "../../db/schema/newsletter.ts"
import { posts } from "../../db/schema/posts.ts"
import { staff } from "../../db/schema/staff.ts"
import { siteKeys, writeSiteRow } from "../../db/site.ts"
import { env } from "../../lib/env.ts"
import { actAs } from "./act-as.ts"
import { seedComments } from "./seed-comments.ts"
import { seedFrontPage } from "./seed-front-page.ts"
import { seedPages } from "./seed-pages.ts"
import { seedProfiles } from "./seed-profiles.ts"
import { seedStaff } from "./seed-staff.ts"
import { seedStories } from "./seed-stories.ts"

/**
 * Seeds the demo publication into an empty database, whole or not at all; where there are staff or stories already,
 * nothing is changed. Answers the password of the demo staff only when it was made here, to be printed once; it is kept
 * nowhere in clear.
 */
export async function seed(): Promise<{ seeded: boolean; demoPassword?: string }> {
  const chosen = env().DEMO_PASSWORD
  const password = chosen ?? readablePassword()
  const seeded = await inOneTransaction(async (tx) => {
    // Instances that start at once seed once: the others wait here.
    await lock(tx, "seed")
    if (!(await isEmpty(tx))) return false
    await makeDemo(tx, password)
    return true
  })
  return seeded && !chosen ? { seeded, demoPassword: password } : { seeded }
}

async function makeDemo(tx: Transaction, password: string): Promise<void> {
  const now = new Date()
  await seedStaff(password)
  await seedProfiles()
  await seedComments(await seedStories(now), now)
  const rima = await actAs(editor)
  await seedPages(rima)
  await seedFrontPage(rima)
  // What the writers would be told of their stories: nobody reads at the demo's addresses.
  await tx.delete(mailDeliveries).where(eq(mailDeliveries.kind, "story_step"))
  // A demo is looked at: nobody has to set it up.
  await writeSiteRow(tx, siteKeys.firstRun, { hidden: 0 })
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select exists (select from ${staff}) or exists (select from ${posts}) as held`,
  )
  return row?.held === false
}

/** Sixteen letters and digits that are not mistaken for one another: 79 bits. */
function readablePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789"
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")
  return [group(), group(), group(), group()].join("-")
}
