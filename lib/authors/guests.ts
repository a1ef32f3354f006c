import "server-only"
import { and, asc, eq, exists, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { authors } from "@/db/schema/authors"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { mayManageProfiles } from "@/lib/authors/policy"
import { insertAuthor } from "@/lib/staff/byline"

export type KnownName = { id: number; name: string; hasAccount: boolean }

type Made =
  | { ok: true; id: number; name: string }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "name-known"; known: KnownName }

type Guest = {
  name: string
  publication: boolean
  /** Another person of a name that somebody has already. */
  another?: boolean
}

/**
 * Makes the profile of a guest, who has no account, or answers who has the name already: a guest, or else somebody with an
 * account. With `publication` it is the profile of the publication, which is found where there is one.
 */
export async function makeGuest(staff: Staff, { name, publication, another = false }: Guest): Promise<Made> {
  if (!mayManageProfiles(staff)) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx) => {
    // Two clicks make one guest.
    await lock(tx, "author-slug")
    const known = another ? null : await findKnown(tx, { name, publication })
    if (known && publication) return { ok: true, id: known.id, name: known.name }
    if (known) return { ok: false, reason: "name-known", known }
    const made = await insertAuthor(tx, { name, kind: publication ? "publication" : "person" })
    const detail = { author: made.slug }
    await recordEvent(tx, { authorId: made.id, staffId: staff.id, action: "author_made", detail })
    return { ok: true, id: made.id, name }
  })
}

async function findKnown(tx: Transaction, { name, publication }: Guest): Promise<KnownName | null> {
  const ofAccount = tx.select().from(staffTable).where(eq(staffTable.authorId, authors.id))
  const hasAccount = sql<boolean>`${exists(ofAccount)}`
  const [known] = await tx
    .select({ id: authors.id, name: authors.name, hasAccount })
    .from(authors)
    .where(
      publication
        ? eq(authors.kind, "publication")
        : and(eq(authors.kind, "person"), eq(sql`lower(${authors.name})`, sql`lower(${name})`)),
    )
    .orderBy(hasAccount, asc(authors.id))
    .limit(1)
  return known ?? null
}
