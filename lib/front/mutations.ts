import "server-only"
import { isDeepStrictEqual } from "node:util"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { frontPages, frontSections } from "@/db/schema/frame"
import { posts, tags } from "@/db/schema/posts"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { getArrangement } from "@/lib/front/queries"
import type { FrontArrangement, FrontOutcome, FrontRefusal } from "@/lib/front/types"
import type { FrontEdition } from "@/lib/posts/front-page"

type Wanted = FrontArrangement & { version: number }
type Turn = { tx: Transaction; changed: Changed; version: number }

/** Keeps a front page for later; readers see nothing of it. */
export function saveFrontDraft(staff: Staff, wanted: Wanted): Promise<FrontOutcome> {
  return inTurn(staff, wanted.version, async ({ tx, version }) => {
    const refusal = await judge(tx, wanted)
    if (refusal) return refusal
    await writeEdition(tx, "draft", { staff, version: version + 1, wanted })
    return { ok: true }
  })
}

/** Shows readers a front page in place of the one before; the draft has served then. */
export function publishFrontPage(staff: Staff, wanted: Wanted): Promise<FrontOutcome> {
  return inTurn(staff, wanted.version, async ({ tx, changed }) => {
    const refusal = await judge(tx, wanted)
    if (refusal) return refusal
    const before = await getArrangement(tx, "live")
    await removeEdition(tx, "draft")
    const { leadPostId, leadUntil, sections } = wanted
    if (isDeepStrictEqual(before, { leadPostId, leadUntil, sections })) return { ok: true }
    await writeEdition(tx, "live", { staff, version: 1, wanted })
    await recordEvent(tx, {
      topic: "front_page",
      staffId: staff.id,
      action: "front_page_published",
      detail: await told(tx, wanted),
    })
    changed("front")
    return { ok: true }
  })
}

/** Throws the draft away. */
export function discardFrontDraft(staff: Staff, seen: number): Promise<FrontOutcome> {
  return inTurn(staff, seen, async ({ tx, version }) => {
    if (version === 0) return refuse("no-draft")
    await removeEdition(tx, "draft")
    return { ok: true }
  })
}

/** One after the other, and each over the draft that was seen. */
function inTurn(
  staff: Staff,
  seen: number,
  work: (turn: Turn) => Promise<FrontOutcome>,
): Promise<FrontOutcome> {
  if (!may(staff, "front-page.manage")) return Promise.resolve(refuse("not-allowed"))
  return transaction(async (tx, changed) => {
    await lock(tx, "sections")
    const [draft] = await tx
      .select({ version: frontPages.version })
      .from(frontPages)
      .where(eq(frontPages.edition, "draft"))
    const version = draft?.version ?? 0
    if (version !== seen) return refuse("changed")
    return work({ tx, changed, version })
  })
}

/** What is wrong with a front page, with the field that it is about; null where nothing is. */
async function judge(
  tx: Transaction,
  { leadPostId, sections }: FrontArrangement,
): Promise<FrontOutcome | null> {
  const tagIds = sections.map(({ tagId }) => tagId)
  const twice = tagIds.findIndex((id, at) => tagIds.indexOf(id) < at)
  if (twice !== -1) return refuse("tag-twice", `tag-${twice + 1}`)
  const known = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(sql`${tags.id} in ${numbers(tagIds)}`)
    .for("key share")
  const there = new Set(known.map(({ id }) => id))
  const gone = tagIds.findIndex((id) => !there.has(id))
  if (gone !== -1) return refuse("tag-gone", `tag-${gone + 1}`)
  const leads = [leadPostId, ...sections.map((section) => section.leadPostId)]
  const rows = await tx
    .select({
      id: posts.id,
      status: posts.status,
      off: posts.offFrontPage,
      tagIds: sql<number[]>`array(select pt.tag_id::int from post_tags pt where pt.post_id = ${posts.id})`,
    })
    .from(posts)
    .where(sql`${posts.id} in ${numbers(leads.flatMap((id) => id ?? []))}`)
  for (const [at, id] of leads.entries()) {
    if (id === null) continue
    const field = at === 0 ? "leadPost" : `lead-${at}`
    const story = rows.find((row) => row.id === id)
    if (story?.status !== "published") return refuse("story-gone", field)
    if (story.off) return refuse("story-kept-off", field)
    if (at > 0 && !story.tagIds.includes(tagIds[at - 1] ?? 0)) return refuse("lead-without-tag", field)
  }
  return null
}

function refuse(reason: FrontRefusal, at?: string): FrontOutcome {
  return { ok: false, reason, at }
}

async function writeEdition(
  tx: Transaction,
  edition: FrontEdition,
  { staff, version, wanted }: { staff: Staff; version: number; wanted: FrontArrangement },
): Promise<void> {
  await removeEdition(tx, edition)
  const { leadPostId, leadUntil, sections } = wanted
  await tx.insert(frontPages).values({ edition, leadPostId, leadUntil, version, updatedBy: staff.id })
  if (sections.length === 0) return
  await tx
    .insert(frontSections)
    .values(sections.map((section, position) => ({ ...section, edition, position })))
}

async function removeEdition(tx: Transaction, edition: FrontEdition): Promise<void> {
  await tx.delete(frontSections).where(eq(frontSections.edition, edition))
  await tx.delete(frontPages).where(eq(frontPages.edition, edition))
}

/** What the log keeps of a front page: its lead and its sections by their names. */
async function told(tx: Transaction, { leadPostId, leadUntil, sections }: FrontArrangement) {
  const [lead] = await tx
    .select({ title: posts.title })
    .from(posts)
    .where(eq(posts.id, leadPostId ?? 0))
  const rows = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(sql`${tags.id} in ${numbers(sections.map(({ tagId }) => tagId))}`)
  const names = sections.map(({ tagId }) => rows.find(({ id }) => id === tagId)?.name ?? "")
  return {
    ...(lead ? { lead: lead.title } : {}),
    ...(leadUntil ? { until: leadUntil.toISOString() } : {}),
    ...(names.length > 0 ? { sections: names.join(", ") } : {}),
  }
}
