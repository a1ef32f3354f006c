import "server-only"
import { eq, sql } from "drizzle-orm"
import { lock } from "@/db/locks"
import { authorSlugs, authors } from "@/db/schema/authors"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { ofKeptStory, passDeletedStories } from "@/lib/authors/deleted-credits"
import { mayManageProfiles, whyNotDelete } from "@/lib/authors/policy"
import type { AuthorOutcome } from "@/lib/authors/types"
import { lockAuthorRow } from "@/lib/authors/write-profile"

/**
 * Deletes the profile of a guest whom no story credits, with its former addresses; one that was deleted for good counts no
 * more. Readers see no page of such an author, so no cache tag changes.
 */
export async function deleteGuest(
  staff: Staff,
  { author: id, version }: { author: number; version: number },
): Promise<AuthorOutcome> {
  if (!mayManageProfiles(staff)) return { ok: false, reason: "not-allowed" }
  return transaction<AuthorOutcome>(async (tx) => {
    // No story is saved meanwhile that would credit this guest.
    await lock(tx, "bylines")
    // Before the profile's row, as in a merge.
    await lock(tx, "author-slug")
    const author = await lockAuthorRow(tx, id)
    if (!author) return { ok: false, reason: "not-found" }
    const account = await tx.$count(staffTable, eq(staffTable.authorId, id))
    const [stories] = await tx.execute(
      sql`select from post_bylines b where b.author_id = ${id} and ${ofKeptStory} limit 1`,
    )
    const reason = whyNotDelete({ kind: author.kind, account, stories })
    if (reason) return { ok: false, reason }
    if (author.version !== version) return { ok: false, reason: "changed" }
    await passDeletedStories(tx, staff, id)
    await tx.delete(authorSlugs).where(eq(authorSlugs.authorId, id))
    await tx.delete(authors).where(eq(authors.id, id))
    const detail = { author: author.slug }
    await recordEvent(tx, { authorId: id, staffId: staff.id, action: "author_deleted", detail })
    return { ok: true }
  })
}
