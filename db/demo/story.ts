import type { postBylines, RichTextNode } from "../schema/posts.ts"
import type { DemoComment } from "./conversation.ts"
import type { WriterSlug } from "./people.ts"
import type { TagSlug } from "./publication.ts"

/** A file of `pictures/`, and what crops keep in sight of it, in thousandths. */
export type DemoPicture = { file: string; alt: string; focus?: [x: number, y: number] }

/** A story of the demo. Its date is counted back from the day of seeding, so that the site looks alive. */
export type DemoStory = {
  slug: string
  title: string
  standfirst: string
  by: WriterSlug
  /** Who else is credited on it. */
  alsoBy?: { by: WriterSlug; part: (typeof postBylines.$inferSelect)["part"] }[]
  tags: TagSlug[]
  /** Published so many days before the seeding, at this time of day (UTC). */
  published: { daysAgo: number; at: `${number}:${number}` } | "draft" | "in_review"
  picture?: DemoPicture
  comments?: DemoComment[]
  commentsClosed?: true
  body: RichTextNode
}

/** When a story appears, counted back from the seeding. */
export function publishedAt(story: DemoStory, now: Date): Date | null {
  if (typeof story.published === "string") return null
  const { daysAgo, at } = story.published
  const day = new Date(now.getTime() - daysAgo * 86_400_000)
  const [hour = 0, minute = 0] = at.split(":").map(Number)
  day.setUTCHours(hour, minute, 0, 0)
  return day
}
