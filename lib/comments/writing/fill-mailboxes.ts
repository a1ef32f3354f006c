import "server-only"
import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { decryptEmail } from "@/lib/email"
import { hashMailbox } from "@/lib/visitors/mailbox"

/** Rows are read so many at a time. */
const batch = 500

/**
 * Says of comments from before mailboxes were kept which mailbox theirs is; and lets bans of an address written in one
 * way hold for its mailbox. Row by row, so that nobody waits for a lock. Safe to run at any time.
 */
export async function fillMailboxes(): Promise<void> {
  const missing = and(isNull(comments.mailboxHash), ne(comments.status, "deleted"))
  for (;;) {
    const rows = await database()
      .select({ id: comments.id, emailSealed: comments.emailSealed, emailHash: comments.emailHash })
      .from(comments)
      .where(missing)
      .orderBy(comments.id)
      .limit(batch)
    for (const { id, ...address } of rows) {
      await database()
        .update(comments)
        .set({ mailboxHash: mailboxOfRow(address) })
        .where(and(eq(comments.id, id), missing))
    }
    if (rows.length < batch) break
  }
  await database().execute(sql`
    update bans set hash = c.mailbox_hash from comments as c
    where bans.kind = 'address' and c.id = bans.comment_id
      and bans.hash = c.email_hash and c.mailbox_hash <> c.email_hash`)
}

/** An address that was sealed under another secret stands for itself. */
function mailboxOfRow({ emailSealed, emailHash }: { emailSealed: Buffer; emailHash: Buffer }): Buffer {
  try {
    return hashMailbox(decryptEmail(emailSealed))
  } catch {
    return emailHash
  }
}
