import { asc, ne, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { authors } from "../../../db/schema/authors.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { deleteGuest } from "../../../lib/authors/delete-guest.ts"
import { makeGuest } from "../../../lib/authors/guests.ts"
import { mergeProfiles } from "../../../lib/authors/merge.ts"
import { saveProfile } from "../../../lib/authors/mutations.ts"
import type { Mutation } from "./mutation.ts"

/** What editors do with profiles. */
export const authorMutations: Record<string, Mutation> = {
  "an author has another bio": ({ ana }, n) =>
    save(ana, n, {
      bio: `Keeps minutes since day ${n}.`,
      pronouns: "they/them",
      links: ["https://a.example/"],
    }),
  "an author has another name": ({ ana }, n) => save(ana, n, { name: `Author of day ${n}` }),
  "an author has another address": ({ ana }, n) => save(ana, n, { slug: `author-of-day-${n}` }),
  "a guest is made": ({ ana }, n) => makeGuest(ana, { name: `Guest ${n}`, publication: false }),
  "a guest is deleted": async ({ ana }, n) => {
    const made = await makeGuest(ana, { name: `Mistyped ${n}`, publication: false })
    return made.ok && deleteGuest(ana, { author: made.id, version: 1 })
  },
  "two authors are merged": ({ ana }) => mergeNewest(ana),
}

/** Of those who have a published story; the canary's bio is another one at each look. */
async function listKnown() {
  return database()
    .select()
    .from(authors)
    .where(
      sql`${ne(authors.slug, "canary")} and exists (
        select from post_bylines b where b.author_id = authors.id and b.published_at is not null)`,
    )
    .orderBy(asc(authors.id))
}

async function save(staff: Staff, n: number, fields: Parameters<typeof saveProfile>[1]["fields"]) {
  const rows = await listKnown()
  const author = rows[n % rows.length]
  return author && saveProfile(staff, { author: author.id, version: author.version, fields })
}

/** Of those without an account, into somebody who has one. */
async function mergeNewest(staff: Staff) {
  const accounts = sql`exists (select from staff s where s.author_id = authors.id)`
  const rows = await listKnown()
  const withAccount = await database().select().from(authors).where(accounts).orderBy(asc(authors.id))
  const author = rows.findLast(({ id }) => withAccount.every((one) => one.id !== id))
  const [into] = withAccount
  if (!author || !into) throw new Error("There is nobody to merge.")
  return mergeProfiles(staff, {
    author: author.id,
    version: author.version,
    into: into.id,
    intoVersion: into.version,
  })
}
