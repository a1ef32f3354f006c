import path from "node:path"
import type { Transaction } from "../client.ts"
import type { auditEvents } from "../schema/audit.ts"
import { mediaUses } from "../schema/media-uses.ts"
import { posts, postTags, tags } from "../schema/posts.ts"
import { idsByKey, known } from "./numbered.ts"
import { colleagues, editor, illustrator } from "./people.ts"
import { demoTags } from "./publication.ts"
import { stories } from "./stories.ts"
import { type DemoByline, type DemoStory, publishedAt } from "./story.ts"

/** Takes a picture into the library; null where the store does not answer. */
export type PictureTools = {
  takePicture(tx: Transaction, picture: NewPicture): Promise<number | null>
}

export type BylineTools = {
  saveBylines(tx: Transaction, postId: number, bylines: DemoByline[]): Promise<void>
}

type NewPicture = {
  path: string
  alt: string
  credit: string
  focusX: number
  focusY: number
  uploadedBy: number
}

type Site = { authorIds: Map<string, number>; staffIds: Map<string, number>; now: Date }

type SeededStories = { postIds: Map<string, number>; events: (typeof auditEvents.$inferInsert)[] }

/** Inserts the stories with their tags; answers their ids by slug, and who put them where they are. */
export async function seedStories(
  db: Transaction,
  site: Site,
  { takePicture, saveBylines }: PictureTools & BylineTools,
): Promise<SeededStories> {
  // Oldest first, so that ids rise with dates as they do on a site that grew.
  const ordered = stories
    .map((story) => ({ story, date: publishedAt(story, site.now) }))
    .sort((a, b) => (a.date ?? site.now).getTime() - (b.date ?? site.now).getTime())
  const leads = new Map<string, number>()
  for (const { story } of ordered) {
    const lead = story.picture && (await takePicture(db, pictureOf(story, site)))
    if (lead) leads.set(story.slug, lead)
  }
  const rows = ordered.map(({ story, date }) => ({
    ...rowOf(story, date, site),
    leadMediaId: leads.get(story.slug) ?? null,
  }))
  const postIds = idsByKey(await db.insert(posts).values(rows).returning({ key: posts.slug, id: posts.id }))
  for (const { story } of ordered)
    if (story.alsoBy) await saveBylines(db, known(postIds, story.slug), bylinesOf(story, site))
  await insertTags(db, postIds)
  await insertUses(db, postIds, leads)
  const events = ordered.flatMap(({ story, date }) => {
    const event = eventOf(story, date, site)
    return event ? [{ ...event, postId: known(postIds, story.slug) }] : []
  })
  return { postIds, events }
}

function bylinesOf({ by, alsoBy = [] }: DemoStory, { authorIds }: Site): DemoByline[] {
  const first: NonNullable<DemoStory["alsoBy"]>[number] = { by, part: "words" }
  return [first, ...alsoBy].map(({ by, part }) => ({ authorId: known(authorIds, by), part }))
}

function rowOf(story: DemoStory, date: Date | null, site: Site) {
  const createdBy = writerOf(story, site)
  return {
    slug: story.slug,
    title: story.title,
    standfirst: story.standfirst,
    body: story.body,
    status: statusOf(story),
    authorId: known(site.authorIds, story.by),
    createdBy,
    updatedBy: date ? known(site.staffIds, editor) : createdBy,
    pictureAlt: story.picture?.alt ?? "",
    commentMode: story.commentsClosed ? ("closed" as const) : null,
    createdAt: date ?? site.now,
    updatedAt: date ?? site.now,
    publishedAt: date,
  }
}

function writerOf({ by }: DemoStory, { staffIds }: Site): number {
  const writer = colleagues.find(({ byline }) => byline === by)
  return known(staffIds, writer?.email ?? editor)
}

function pictureOf(story: DemoStory, site: Site): NewPicture {
  const { file = "", alt = "", focus: [focusX, focusY] = [500, 500] } = story.picture ?? {}
  return {
    // Where the stories of an older demo publication have them.
    path: path.join(import.meta.dirname, "../../public/demo", file),
    alt,
    credit: illustrator,
    focusX,
    focusY,
    uploadedBy: writerOf(story, site),
  }
}

function statusOf({ published }: DemoStory) {
  return typeof published === "string" ? published : ("published" as const)
}

/** The editor published what is published; the writer sent in what waits; a draft is nobody's decision. */
function eventOf(story: DemoStory, date: Date | null, { staffIds, now }: Site) {
  const toStatus = statusOf(story)
  if (toStatus === "draft") return null
  const published = toStatus === "published"
  return {
    staffId: known(staffIds, published ? editor : "writer@example.org"),
    action: published ? ("post_published" as const) : ("post_submitted" as const),
    fromStatus: "draft" as const,
    toStatus,
    version: 1,
    createdAt: date ?? now,
  }
}

async function insertUses(
  db: Transaction,
  postIds: Map<string, number>,
  leads: Map<string, number>,
): Promise<void> {
  const uses = [...leads].map(([slug, mediaId]) => ({
    mediaId,
    postId: known(postIds, slug),
    place: "lead" as const,
  }))
  if (uses.length > 0) await db.insert(mediaUses).values(uses)
}

async function insertTags(db: Transaction, postIds: Map<string, number>): Promise<void> {
  const tagIds = idsByKey(
    await db
      .insert(tags)
      .values(Object.entries(demoTags).map(([slug, name]) => ({ slug, name })))
      .returning({ key: tags.slug, id: tags.id }),
  )
  await db.insert(postTags).values(
    stories.flatMap((story) =>
      story.tags.map((tag, position) => ({
        postId: known(postIds, story.slug),
        tagId: known(tagIds, tag),
        position,
      })),
    ),
  )
}
