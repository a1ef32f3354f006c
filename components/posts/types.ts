import type { Picture } from "@/lib/media/types"
import type { CardByline } from "@/lib/posts/bylines"

/** What a list shows of a story. */
export type PostSummary = {
  id: number
  slug: string
  title: string
  standfirst: string
  /** The lead picture, from the library. */
  lead: Picture | null
  /** Of a story without one: the address of its lead picture on this site, or empty. */
  picture: string
  pictureAlt: string
  publishedAt: Date
  bylines: CardByline[]
  tags: { slug: string; name: string }[]
  commentCount: number
}
