import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { findSameWords } from "@/lib/comments/context"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import { type Facts, type Finding, unknown } from "@/lib/comments/screening/check"
import { gatherFacts } from "@/lib/comments/screening/facts"
import { inShort } from "@/lib/comments/screening/opinion"
import { screen } from "@/lib/comments/screening/screen"

/** What the checks say of the new words, with what was found before and stays. Of how the comment came, and of its address, no more is at hand. */
export async function screenEdit(id: number, body: string, provedHash: Buffer | null | undefined) {
  const [comment] = await database()
    .select({
      postId: comments.postId,
      parentId: comments.parentId,
      name: comments.name,
      website: comments.website,
      emailHash: comments.emailHash,
      mailboxHash: comments.mailboxHash,
      networkHash: comments.networkHash,
      wideNetworkHash: comments.wideNetworkHash,
      provedAt: comments.provedAt,
      findings: comments.findings,
    })
    .from(comments)
    .where(eq(comments.id, id))
  if (!comment) return null
  const { name, website, emailHash, mailboxHash, networkHash, provedAt } = comment
  const said = { emailHash, name, body }
  const fingerprint = commentFingerprint(said)
  const fingerprints = networkHash
    ? [fingerprint, commentFingerprint(said, networkHash.toString("hex"))]
    : [fingerprint]
  const words = { name, website, body, email: unknown, honeypot: unknown, ownForm: unknown } as const
  const wideNetworkHash = comment.wideNetworkHash ?? networkHash
  const who = { emailHash, mailboxHash, networkHash, wideNetworkHash, proved: provedAt !== null, except: id }
  const [{ settings, facts, provedApproved, opinion }, same] = await Promise.all([
    gatherFacts({ words, who }),
    findSameWords(database(), { ...comment, id, fingerprints }),
  ])
  // An unproved address never shows what was sent under it from elsewhere (`../writing/repeated.ts`).
  const proved = provedHash?.equals(emailHash) ?? false
  const own = proved || (networkHash !== null && (same?.networkHash?.equals(networkHash) ?? false))
  const sameId = same?.id ?? null
  const known: Facts = {
    ...facts,
    sameWordsElsewhere: own ? sameId : null,
    sameWordsByAddress: own ? null : sameId,
    addressBusy: unknown,
  }
  return {
    settings,
    provedApproved,
    findings: await screen(known, { earlier: comment.findings as Finding[] }),
    fingerprint: same?.here && !own ? commentFingerprint(said, `comment ${id}`) : fingerprint,
    score: opinion.score,
    contributions: inShort(opinion.contributions),
  }
}
