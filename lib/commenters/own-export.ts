import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { byteList } from "@/db/lists"
import { bans } from "@/db/schema/moderation"
import { selectCommentsToExport } from "@/lib/commenters/export-comments"
import {
  readAppealsToExport,
  selectBlackoutsToExport,
  selectEventsToExport,
} from "@/lib/commenters/export-decisions"
import { selectMailToExport } from "@/lib/commenters/export-mail"
import { selectReportsToExport } from "@/lib/commenters/export-reports"
import { findNamed, type Named } from "@/lib/commenters/own-comments"
import { reasonForAuthor } from "@/lib/comments/reasons"
import { decryptEmail } from "@/lib/email"
import { spellOutBlackouts } from "@/lib/text/blackout"
import { hashMailbox } from "@/lib/visitors/mailbox"

/**
 * Everything that is kept under an address, for its owner to take along. Of other people there is nothing in it: who
 * decided is "a moderator", and of reports it tells the number. Why a comment waited or was refused is told in the words
 * that its author reads, without the words and weights it was found by: whoever has a list of words can write around it.
 * `null` when the link is over.
 */
export async function exportOwnComments(named: Named | null) {
  const commenter = await findNamed(named)
  if (!commenter) return null
  const [said, happened, blackouts, appeals, mail, reports, bans] = await Promise.all([
    selectCommentsToExport(commenter.emailHash),
    selectEventsToExport(commenter.emailHash),
    selectBlackoutsToExport(commenter.emailHash),
    readAppealsToExport(commenter.emailHash),
    selectMailToExport(commenter.id),
    selectReportsToExport(commenter.id),
    readBans([commenter.emailHash, hashMailbox(decryptEmail(commenter.emailSealed))]),
  ])
  return {
    address: decryptEmail(commenter.emailSealed),
    askedAt: commenter.createdAt,
    provedAt: commenter.provedAt,
    mailStoppedAt: commenter.mailStoppedAt,
    comments: said.map(({ learnt, findings, ...comment }) => ({
      ...comment,
      text: spellOutBlackouts(comment.text),
      blackouts: blackouts
        .filter(({ commentId }) => commentId === comment.id)
        .map(({ commentId: _, reason, original, words, ...blackout }) => ({
          ...blackout,
          reason: reasonForAuthor(reason),
          words: words && spellOutBlackouts(words),
          textBefore: original && spellOutBlackouts(original),
        })),
      checks: [...new Set(findings.flatMap(({ reason }) => reasonForAuthor(reason) ?? []))],
      filterHasLearntFromIt: learnt,
      events: happened
        .filter(({ commentId }) => commentId === comment.id)
        .map(({ commentId: _, reason, ...event }) => ({ ...event, reason: reasonForAuthor(reason) })),
      appeal: appeals.get(comment.id) ?? null,
    })),
    bans,
    reports,
    messages: mail,
  }
}

/** Bans of this very address, or of its mailbox; one of a whole domain or network says nothing of a person. */
function readBans(hashes: Buffer[]) {
  return database()
    .select({ createdAt: bans.createdAt, expiresAt: bans.expiresAt, liftedAt: bans.liftedAt })
    .from(bans)
    .where(and(eq(bans.kind, "address"), sql`${bans.hash} in ${byteList(hashes)}`))
    .orderBy(bans.id)
}
