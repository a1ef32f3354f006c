import { asc, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { pages } from "../../../db/schema/pages.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { saveFrameLinks } from "../../../lib/frame/mutations.ts"
import { createPage, deletePage, publishPage, savePage, withdrawPage } from "../../../lib/pages/mutations.ts"
import { pageOf } from "../page-forms.ts"
import type { Mutation } from "./mutation.ts"

/** What editors do with pages without a date. */
export const pageMutations: Record<string, Mutation> = {
  "a page is published": ({ ana }, n) => publishNew(ana, n),
  "a page is published under another one": async ({ ana }, n) => {
    const above = await page(n, sql`status = 'published' and parent_id is null`)
    await publishNew(ana, n, { parentId: String(above?.id ?? "") })
  },
  "house rules are published": ({ ana }, n) => publishNew(ana, n, { purpose: "house_rules" }),
  "a draft of a page is saved": async ({ ana }, n) => {
    const made = await createPage(ana, pageOf({ title: `A page to come, ${n}` }))
    if (made.ok) await savePage(ana, made.page, pageOf({ title: `Another page to come, ${n}` }))
  },
  "a page has other words": ({ ana }, n) => write(ana, n, { description: `What it says on day ${n}.` }),
  "a page has another title": ({ ana }, n) => write(ana, n, { title: `A page of day ${n}, retold` }),
  "a page above others has another address": ({ ana }, n) =>
    write(
      ana,
      n,
      { slug: `moved-page-${n}` },
      sql`exists (select from pages c where c.parent_id = pages.id)`,
    ),
  "the house rules have another title": ({ ana }, n) =>
    write(ana, n, { title: `Rules of day ${n}` }, sql`purpose = 'house_rules'`),
  "a page that the footer lists is published": ({ ana }, n) => publishNew(ana, n, { purpose: "contact" }),
  "a page that the footer lists has another title": ({ ana }, n) =>
    write(ana, n, { title: `About day ${n}` }, sql`purpose = 'about'`),
  "a page that the footer lists is withdrawn": async ({ ana }, n) => {
    const found = await page(n, sql`status = 'published' and purpose = 'contact'`)
    if (found) await withdrawPage(ana, found)
  },
  "the footer links to a page": ({ ana }, n) => linkFooter(ana, n),
  "a page that the footer links to has another title": ({ ana }, n) =>
    write(ana, n, { title: `A linked page of day ${n}` }, isLinked),
  "a page that the footer links to is withdrawn": async ({ ana }, n) => {
    const found = await page(n, sql`status = 'published' and ${isLinked}`)
    if (found) await withdrawPage(ana, found)
  },
  "a page is saved as it is": ({ ana }, n) => write(ana, n, {}),
  "a page is withdrawn": async ({ ana }, n) => {
    const found = await page(
      n,
      sql`status = 'published' and purpose is null
      and not exists (select from pages c where c.parent_id = pages.id and c.status = 'published')`,
    )
    if (found) await withdrawPage(ana, found)
  },
  "a draft of a page is deleted": async ({ ana }, n) => {
    const found = await page(
      n,
      sql`status = 'draft' and not exists (select from pages c where c.parent_id = pages.id)`,
    )
    if (found) await deletePage(ana, found)
  },
}

const isLinked = sql`exists (select from frame_links l where l.page_id = pages.id)
  and not exists (select from pages c where c.parent_id = pages.id)`

async function linkFooter(staff: Staff, n: number) {
  const found = await page(
    n,
    sql`status = 'published' and purpose is null and not exists (select from pages c where c.parent_id = pages.id)`,
  )
  if (!found) return
  const links = [{ label: "", pageId: found.id, tagId: null, url: null }]
  await saveFrameLinks(staff, { place: "footer", links })
}

let made = 0

async function publishNew(staff: Staff, n: number, fields: Record<string, string> = {}) {
  const input = pageOf({ title: `A page of day ${n}, number ${++made}`, ...fields })
  const draft = await createPage(staff, input)
  if (draft.ok) await publishPage(staff, draft.page, input)
}

async function page(n: number, which = sql`status = 'published'`) {
  const rows = await database().select().from(pages).where(which).orderBy(asc(pages.id))
  return rows[n % rows.length]
}

/** Publishes a page once more with other fields. */
async function write(staff: Staff, n: number, fields: Record<string, string>, which = sql`true`) {
  const found = await page(n, sql`status = 'published' and ${which}`)
  if (!found) return
  const { title, description, slug, parentId, purpose, body } = found
  const now = { title, description, slug, parentId: String(parentId ?? ""), purpose: purpose ?? "" }
  await publishPage(staff, found, pageOf({ ...now, body: JSON.stringify(body), ...fields }))
}
