import "server-only"
import { and, eq, notExists, sql } from "drizzle-orm"
import { lock } from "@/db/locks"
import { authors } from "@/db/schema/authors"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { mayManageProfiles } from "@/lib/authors/policy"
import { insertAuthor } from "@/lib/staff/byline"

/**
 * Makes the profile of a guest, who has no account, or finds the guest of this name; with `publication` the one of the
 * publication itself.
 */
export async function makeGuest(
  staff: Staff,
  { name, publication }: { name: string; publication: boolean },
): Promise<{ ok: true; id: number; name: string } | { ok: false; reason: "not-allowed" }> {
  if (!mayManageProfiles(staff)) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx) => {
    // Two clicks make one guest.
    await lock(tx, "slug")
    const ofAccount = tx.select().from(staffTable).where(eq(staffTable.authorId, authors.id))
    const [known] = await tx
      .select({ id: authors.id, name: authors.name })
      .from(authors)
      .where(
        publication
          ? eq(authors.kind, "publication")
          : and(eq(sql`lower(${authors.name})`, name.toLowerCase()), notExists(ofAccount)),
      )
      .limit(1)
    if (known) return { ok: true, ...known }
    const made = await insertAuthor(tx, { name, kind: publication ? "publication" : "person" })
    const detail = { author: made.slug }
    await recordEvent(tx, { authorId: made.id, staffId: staff.id, action: "author_made", detail })
    return { ok: true, id: made.id, name }
  })
}
