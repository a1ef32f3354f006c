import type { Picture } from "@/lib/media/types"

/** What is shown of an author. */
export type Profile = {
  slug: string
  name: string
  title: string
  bio: string
  /** The portrait, from the library. */
  portrait: Picture | null
  /** Of an author without one: its address on this site, or empty. */
  picture: string
}

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
  author: { slug: string; name: string }
  tags: { slug: string; name: string }[]
  commentCount: number
}
