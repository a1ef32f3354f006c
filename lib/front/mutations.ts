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
import { judgeFront, refuseFront } from "@/lib/front/judge"
import { frontVersion, getArrangement } from "@/lib/front/queries"
import type { FrontArrangement, FrontOutcome } from "@/lib/front/types"
import type { FrontEdition } from "@/lib/posts/front-page"

type Wanted = FrontArrangement & { version: number }
type Turn = {
  tx: Transaction
  changed: Changed
  /** The number of the save that is under way. */
  version: number
  isDraft: boolean
}

/** Keeps a front page for later; readers see nothing of it. */
export function saveFrontDraft(staff: Staff, wanted: Wanted): Promise<FrontOutcome> {
  return inTurn(staff, wanted.version, async ({ tx, version }) => {
    const refusal = await judgeFront(tx, wanted)
    if (refusal) return refusal
    await writeEdition(tx, "draft", { staff, version, wanted })
    return { ok: true }
  })
}

/** Shows readers a front page in place of the one before; the draft has served then. */
export function publishFrontPage(staff: Staff, wanted: Wanted): Promise<FrontOutcome> {
  return inTurn(staff, wanted.version, async ({ tx, changed, version, isDraft }) => {
    const refusal = await judgeFront(tx, wanted)
    if (refusal) return refusal
    const before = await getArrangement(tx, "live")
    await removeEdition(tx, "draft")
    const { leadPostId, leadUntil, sections } = wanted
    if (isDeepStrictEqual(before, { leadPostId, leadUntil, sections })) {
      if (isDraft) await countSave(tx, version)
      return { ok: true }
    }
    await writeEdition(tx, "live", { staff, version, wanted })
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
  return inTurn(staff, seen, async ({ tx, version, isDraft }) => {
    if (!isDraft) return refuseFront("no-draft")
    await removeEdition(tx, "draft")
    await countSave(tx, version)
    return { ok: true }
  })
}

/** One after the other, and each over what was seen. */
function inTurn(
  staff: Staff,
  seen: number,
  work: (turn: Turn) => Promise<FrontOutcome>,
): Promise<FrontOutcome> {
  if (!may(staff, "front-page.manage")) return Promise.resolve(refuseFront("not-allowed"))
  return transaction(async (tx, changed) => {
    await lock(tx, "sections")
    const rows = await tx
      .select({ edition: frontPages.edition, version: frontPages.version })
      .from(frontPages)
    if (frontVersion(rows) !== seen) return refuseFront("changed")
    const isDraft = rows.some(({ edition }) => edition === "draft")
    return work({ tx, changed, version: seen + 1, isDraft })
  })
}

/** Goes on counting where nothing is left to be saved: a number that was seen once never fits another front page. */
async function countSave(tx: Transaction, version: number): Promise<void> {
  await tx
    .insert(frontPages)
    .values({ edition: "live", version })
    .onConflictDoUpdate({ target: frontPages.edition, set: { version } })
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
