import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { authorSlugs, authors } from "@/db/schema/authors"
import { staff as staffTable } from "@/db/schema/staff"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { tagsOfMerge } from "@/lib/authors/cache-tags"
import { filledFrom, whyNotMerge } from "@/lib/authors/merge-policy"
import { mayManageProfiles } from "@/lib/authors/policy"
import { listAnsweredStoriesOf, listStoriesOf } from "@/lib/authors/stories"
import type { AuthorOutcome } from "@/lib/authors/types"
import { listFormerSlugs, lockAuthorRow, type StoredAuthor } from "@/lib/authors/write-profile"

type Asked = { author: number; into: number; version: number; intoVersion: number }

/**
 * Merges a profile into another, for good: its stories, its account, its addresses and what the other one lacks go there.
 * Versions are those that were shown.
 */
export async function mergeProfiles(staff: Staff, asked: Asked): Promise<AuthorOutcome> {
  if (!mayManageProfiles(staff)) return { ok: false, reason: "not-allowed" }
  if (asked.author === asked.into) return { ok: false, reason: "same" }
  return transaction<AuthorOutcome>(async (tx, changed) => {
    // Nobody saves a story meanwhile: they hold it and ask for its authors, here it is the other way round.
    await lock(tx, "bylines")
    await lock(tx, "author-slug")
    const pair = await lockBoth(tx, asked)
    if (!pair) return { ok: false, reason: "not-found" }
    const { author, into } = pair
    if (author.version !== asked.version || into.version !== asked.intoVersion)
      return { ok: false, reason: "changed" }
    const [account, other] = [await accountOf(tx, author.id), await accountOf(tx, into.id)]
    const reason = whyNotMerge({ kind: author.kind, account }, { kind: into.kind, account: other })
    if (reason) return { ok: false, reason }
    const writer = account ? { ...account, without: into.id } : other && { ...other, without: author.id }
    await merge({ tx, changed }, { author, into, account: writer, staffId: staff.id })
    return { ok: true }
  })
}

async function lockBoth(tx: Transaction, { author: id, into: intoId }: Asked) {
  // In the order of their numbers, so that nobody waits for somebody who waits for them.
  const first = await lockAuthorRow(tx, Math.min(id, intoId))
  const second = await lockAuthorRow(tx, Math.max(id, intoId))
  const [author, into] = id < intoId ? [first, second] : [second, first]
  return author && into ? { author, into } : null
}

type Pair = {
  author: StoredAuthor
  into: StoredAuthor
  /** Whose account writes under the profile that is left, and which of the two had none: only there answers become an author's. */
  account: { id: number; without: number } | null
  staffId: number
}

async function merge(
  { tx, changed }: { tx: Transaction; changed: Changed },
  { author, into, account, staffId }: Pair,
): Promise<void> {
  const stories = await listStoriesOf(tx, author.id)
  const marked = account ? await listAnsweredStoriesOf(tx, account.without, account.id) : []
  const former = await listFormerSlugs(tx, author.id)
  await moveBylines(tx, author.id, into.id)
  await tx.update(staffTable).set({ authorId: into.id }).where(eq(staffTable.authorId, author.id))
  await movePortrait(tx, author.id, into.id)
  await tx
    .update(authors)
    .set({ ...filledFrom(author, into), version: into.version + 1 })
    .where(eq(authors.id, into.id))
  await tx.update(authorSlugs).set({ authorId: into.id }).where(eq(authorSlugs.authorId, author.id))
  await tx.delete(authors).where(eq(authors.id, author.id))
  await tx.insert(authorSlugs).values({ slug: author.slug, authorId: into.id })
  changed(...tagsOfMerge({ slugs: [author.slug, ...former, into.slug], stories, marked }))
  const detail = { author: into.slug, merged: author.slug, stories: stories.length }
  await recordEvent(tx, { authorId: into.id, staffId, action: "authors_merged", detail })
}

/** Where a story credits both for the same part, the place of the first of them stays. */
async function moveBylines(tx: Transaction, from: number, to: number): Promise<void> {
  await tx.execute(sql`
    update post_bylines kept set position = least(kept.position, gone.position) from post_bylines gone
    where gone.author_id = ${from} and kept.author_id = ${to} and kept.post_id = gone.post_id and kept.part = gone.part`)
  await tx.execute(sql`
    delete from post_bylines gone where gone.author_id = ${from} and exists (
      select from post_bylines kept
      where kept.author_id = ${to} and kept.post_id = gone.post_id and kept.part = gone.part)`)
  await tx.execute(sql`update post_bylines set author_id = ${to} where author_id = ${from}`)
  await tx.execute(sql`update posts set author_id = ${to} where author_id = ${from}`)
  await moveBylinesOfRevisions(tx, from, to)
}

/** The words of earlier versions stay as they are; a byline of nobody would be lost from newer words and on restoring. */
async function moveBylinesOfRevisions(tx: Transaction, from: number, to: number): Promise<void> {
  await tx.execute(sql`
    update post_revisions r set content = jsonb_set(r.content, '{bylines}', (
      select jsonb_agg(jsonb_build_object('authorId', b.author_id, 'part', b.part) order by b.position)
      from (
        select case e.value ->> 'authorId' when ${String(from)} then ${to}::bigint
          else (e.value ->> 'authorId')::bigint end as author_id, e.value ->> 'part' as part, min(e.ordinality) as position
        from jsonb_array_elements(r.content -> 'bylines') with ordinality e
        group by 1, 2) b))
    where r.content -> 'bylines' @> ${JSON.stringify([{ authorId: from }])}::jsonb`)
}

/** Of somebody who has one the own portrait stays. */
async function movePortrait(tx: Transaction, from: number, to: number): Promise<void> {
  await tx.execute(sql`
    update media_uses set author_id = ${to} where author_id = ${from} and not exists (
      select from media_uses held where held.author_id = ${to})
      and not exists (select from authors where id = ${to} and picture <> '')`)
}

async function accountOf(tx: Transaction, authorId: number): Promise<{ id: number } | null> {
  const [row] = await tx
    .select({ id: staffTable.id })
    .from(staffTable)
    .where(eq(staffTable.authorId, authorId))
    .limit(1)
  return row ?? null
}
