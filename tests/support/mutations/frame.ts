import { asc, eq, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { frameLinks, frontPages } from "../../../db/schema/frame.ts"
import { posts, tags } from "../../../db/schema/posts.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { saveFrameLinks } from "../../../lib/frame/mutations.ts"
import type { FrameLink, FramePlace } from "../../../lib/frame/types.ts"
import { publishFrontPage, saveFrontDraft } from "../../../lib/front/mutations.ts"
import type { FrontArrangement } from "../../../lib/front/types.ts"
import { changeTag, deleteTag, mergeTag } from "../../../lib/tags/mutations.ts"
import type { Mutation } from "./mutation.ts"
import { write } from "./stories.ts"

/** What editors do with tags and the front page, and admins with the menu. */
export const frameMutations: Record<string, Mutation> = {
  "the menu has other links": ({ ana }, n) => setLinks(ana, "menu", n),
  "the footer has other links": ({ ana }, n) => setLinks(ana, "footer", n),
  "the menu is automatic again": ({ ana }) => setLinks(ana, "menu", null),
  "the footer is automatic again": ({ ana }) => setLinks(ana, "footer", null),
  "the front page has another lead": async ({ ana }, n) =>
    arrange(ana, { leadPostId: (await somePost(n))?.id ?? null }),
  "the front page has a section": async ({ ana }, n) =>
    arrange(ana, { sections: [{ tagId: (await someTag(n)).id, leadPostId: null, size: 3 }] }),
  "the front page has a draft": async ({ ana }, n) => {
    const [draft] = await database().select().from(frontPages).where(eq(frontPages.edition, "draft"))
    const leadPostId = (await somePost(n))?.id ?? null
    return saveFrontDraft(ana, { ...plain, leadPostId, version: draft?.version ?? 0 })
  },
  "a story is kept off the front page": ({ ana }, n) => write(ana, n, { offFrontPage: "on" }),
  "a story is on the front page again": ({ ana }, n) => write(ana, n, { offFrontPage: "" }),
  "a tag has another name": async ({ ana }, n) => {
    const { id, ...tag } = await someTag(n)
    return changeTag(ana, id, { ...tag, name: `Tag of day ${n}` })
  },
  "a tag has another address": async ({ ana }, n) => {
    const { id, ...tag } = await someTag(n)
    return changeTag(ana, id, { ...tag, slug: `day-${n}` })
  },
  "a tag has a description": async ({ ana }, n) => {
    const { id, ...tag } = await someTag(n)
    return changeTag(ana, id, { ...tag, description: `About day ${n}.` })
  },
  "a tag has another place": async ({ ana }, n) => {
    const { id, ...tag } = await someTag(n)
    return changeTag(ana, id, { ...tag, position: 1 + (n % 9) })
  },
  "a tag is merged into another": async ({ ana }, n) =>
    mergeTag(ana, (await someTag(n)).id, (await someTag(n + 1)).id),
  "a tag that no story has is deleted": async ({ ana }, n) => {
    const [tag] = await database()
      .insert(tags)
      .values({ slug: `unused-${n}`, name: `Unused ${n}` })
      .onConflictDoNothing()
      .returning()
    return tag && deleteTag(ana, tag.id)
  },
}

const plain: FrontArrangement = { leadPostId: null, leadUntil: null, sections: [] }

async function setLinks(staff: Staff, place: FramePlace, n: number | null) {
  const rows = await database().select().from(frameLinks).where(eq(frameLinks.place, place))
  const seen = Math.max(0, ...rows.map(({ id }) => id))
  const nothing = { label: "", pageId: null, tagId: null, url: null }
  const links: FrameLink[] =
    n === null
      ? []
      : [
          { ...nothing, tagId: (await someTag(n)).id },
          { ...nothing, label: `Link ${n}`, url: "/archive" },
        ]
  return saveFrameLinks(staff, { place, links, seen })
}

async function arrange(staff: Staff, some: Partial<FrontArrangement>) {
  const [draft] = await database().select().from(frontPages).where(eq(frontPages.edition, "draft"))
  return publishFrontPage(staff, { ...plain, ...some, version: draft?.version ?? 0 })
}

async function somePost(n: number) {
  const rows = await database()
    .select({ id: posts.id })
    .from(posts)
    .where(sql`${posts.status} = 'published' and not ${posts.offFrontPage} and ${posts.slug} <> 'canary'`)
    .orderBy(asc(posts.id))
  return rows[n % rows.length]
}

async function someTag(n: number) {
  const rows = await database()
    .select()
    .from(tags)
    .where(sql`exists (select from post_tags pt where pt.tag_id = ${tags.id})`)
    .orderBy(asc(tags.id))
  const tag = rows[n % rows.length]
  if (!tag) throw new Error("There is no tag.")
  return tag
}
