import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { frameLinks } from "@/db/schema/frame"
import { pages } from "@/db/schema/pages"
import { tags } from "@/db/schema/posts"
import { readSiteRow, siteKeys, writeSiteRow } from "@/db/site"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import type { FrameForm } from "@/lib/frame/input"
import { listStoredLinks } from "@/lib/frame/queries"
import type { FrameLink, FramePlace } from "@/lib/frame/types"

export type FrameOutcome = { ok: true } | { ok: false; reason: "not-allowed" | "changed" | "target-gone" }

/**
 * Puts these links into the menu or the footer in place of those it had; without links it is computed again.
 * Nothing else does that: neither publishing stories nor deleting what the last link leads to.
 */
export async function saveFrameLinks(staff: Staff, { place, links, seen }: FrameForm): Promise<FrameOutcome> {
  if (!may(staff, "settings.manage")) return { ok: false, reason: "not-allowed" }
  return transaction<FrameOutcome>(async (tx, changed) => {
    await lock(tx, "sections")
    const before = (await listStoredLinks(tx)).filter((link) => link.place === place)
    if (seen !== undefined && Math.max(0, ...before.map(({ id }) => id)) !== seen)
      return { ok: false, reason: "changed" }
    const names = await namesOf(tx, [...before, ...links])
    if (links.some((link) => !names.has(keyOf(link)))) return { ok: false, reason: "target-gone" }
    const isChosen = before.length > 0 || (await wasChosen(tx, place))
    const told = (list: readonly FrameLink[]) =>
      list.map((link) => link.label || names.get(keyOf(link))).join(", ") || "no links"
    const choosing = links.length > 0
    if (same(before, links) && isChosen === choosing) return { ok: true }
    await writeSiteRow(tx, siteKeys.chosenLinks, { [place]: choosing })
    await tx.delete(frameLinks).where(eq(frameLinks.place, place))
    if (choosing)
      await tx.insert(frameLinks).values(links.map((link, position) => ({ ...link, place, position })))
    const detail = {
      [`${place} was`]: isChosen ? told(before).slice(0, 500) : "automatic",
      [`${place} is`]: choosing ? told(links).slice(0, 500) : "automatic",
    }
    await recordEvent(tx, { staffId: staff.id, action: "settings_changed", detail })
    changed("frame")
    return { ok: true }
  })
}

async function wasChosen(tx: Transaction, place: FramePlace): Promise<boolean> {
  const chosen = await readSiteRow(tx, siteKeys.chosenLinks)
  return typeof chosen === "object" && chosen !== null && place in chosen && chosen[place as never] === true
}

function same(some: readonly FrameLink[], others: readonly FrameLink[]): boolean {
  const told = (list: readonly FrameLink[]) => JSON.stringify(list.map((link) => [keyOf(link), link.label]))
  return told(some) === told(others)
}

function keyOf({ pageId, tagId, url }: FrameLink): string {
  return pageId !== null ? `page ${pageId}` : tagId !== null ? `tag ${tagId}` : `url ${url}`
}

/** What the links lead to, by name; what no longer exists has none. They stay for this transaction. */
async function namesOf(tx: Transaction, links: readonly FrameLink[]): Promise<Map<string, string>> {
  const ids = (key: "pageId" | "tagId") => links.flatMap((link) => link[key] ?? [])
  const found = new Map<string, string>()
  for (const { url } of links) if (url !== null) found.set(`url ${url}`, url)
  const pageRows = await tx
    .select({ id: pages.id, name: pages.title })
    .from(pages)
    .where(sql`${pages.id} in ${numbers(ids("pageId"))}`)
    .for("key share")
  const tagRows = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(sql`${tags.id} in ${numbers(ids("tagId"))}`)
    .for("key share")
  for (const { id, name } of pageRows) found.set(`page ${id}`, name || "Untitled")
  for (const { id, name } of tagRows) found.set(`tag ${id}`, name)
  return found
}
