import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { postPreviewLinks } from "@/db/schema/post-preview-links"
import { siteAddress } from "@/db/site"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { env } from "@/lib/env"
import { lockPostOrTrashed, onLockedPost } from "@/lib/posts/locked-post"
import { mostOpenLinks } from "@/lib/posts/preview-links/limits"
import { openLinks } from "@/lib/posts/preview-links/open-links"
import { mayRevoke, mayShare } from "@/lib/posts/preview-links/policy"
import { hashPreviewToken, makePreviewToken } from "@/lib/posts/preview-links/token"
import type { PreviewRefusal } from "@/lib/posts/preview-links/types"

type Refused = { ok: false; reason: PreviewRefusal }

/** Makes a link by which somebody without an account reads a story. It is answered here and kept nowhere. */
export async function sharePreview(
  staff: Staff,
  { post: id, days }: { post: number; days: number },
): Promise<{ ok: true; link: string } | Refused> {
  return onLockedPost<{ ok: true; link: string } | Refused>(staff, id, async ({ tx, post }) => {
    if (!mayShare(staff, post)) return { ok: false, reason: "not-found" }
    if (post.status === "withdrawn") return { ok: false, reason: "withdrawn" }
    // The story is locked, so that two links made at once are counted one after the other.
    const open = await tx.$count(postPreviewLinks, and(eq(postPreviewLinks.postId, id), openLinks))
    if (open >= mostOpenLinks) return { ok: false, reason: "too-many" }
    const token = makePreviewToken()
    const linkId = await insertLink(tx, { post: id, createdBy: staff.id, days, token })
    await recordEvent(tx, {
      postId: id,
      staffId: staff.id,
      action: "preview_shared",
      detail: { link: String(linkId), days: String(days) },
    })
    return { ok: true, link: `${(await siteAddress(tx)) ?? env().SITE_URL}/preview/${token}` }
  })
}

type NewLink = { post: number; createdBy: number; days: number; token: string }

async function insertLink(tx: Transaction, { post, createdBy, days, token }: NewLink): Promise<number> {
  const tokenHash = hashPreviewToken(token)
  if (!tokenHash) throw new Error("A preview token was made that is none.")
  const [row] = await tx
    .insert(postPreviewLinks)
    .values({ postId: post, tokenHash, createdBy, expiresAt: sql`now() + make_interval(days => ${days})` })
    .returning({ id: postPreviewLinks.id })
  if (!row) throw new Error("The database gave no link back.")
  return row.id
}

/** Ends a link at once. Doing it twice has one effect. */
export async function revokePreview(
  staff: Staff,
  { post: id, link: linkId }: { post: number; link: number },
): Promise<{ ok: true } | Refused> {
  return transaction<{ ok: true } | Refused>(async (tx) => {
    const post = await lockPostOrTrashed(tx, staff, id)
    if (!post) return { ok: false, reason: "not-found" }
    const ofStory = and(eq(postPreviewLinks.id, linkId), eq(postPreviewLinks.postId, id))
    const [link] = await tx.select().from(postPreviewLinks).where(ofStory)
    if (!link) return { ok: false, reason: "not-found" }
    if (!mayRevoke(staff, link)) return { ok: false, reason: "not-allowed" }
    const revoked = await tx
      .update(postPreviewLinks)
      .set({ revokedAt: sql`now()` })
      .where(and(ofStory, isNull(postPreviewLinks.revokedAt)))
      .returning({ id: postPreviewLinks.id })
    if (revoked.length === 0) return { ok: true }
    const detail = { link: String(linkId) }
    await recordEvent(tx, { postId: id, staffId: staff.id, action: "preview_revoked", detail })
    return { ok: true }
  })
}

/** Ends every link of a story that is withdrawn: whoever shared it meant the story as it was to be published. */
export async function endPreviews(tx: Transaction, postId: number): Promise<void> {
  await tx
    .update(postPreviewLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(postPreviewLinks.postId, postId), isNull(postPreviewLinks.revokedAt)))
}

/** Days that a link which has ended is still listed in the database, for whoever looks into a leak. */
const daysKept = 30

export async function forgetOldPreviewLinks(): Promise<void> {
  await database()
    .delete(postPreviewLinks)
    .where(sql`${postPreviewLinks.expiresAt} < now() - make_interval(days => ${daysKept})`)
}
