import type { StoryMetadata } from "@/lib/posts/metadata"

/** A story as its form shows it, the text aside. */
export type StoryFields = StoryMetadata & {
  title: string
  standfirst: string
  /** Empty while the address follows the title. */
  slug: string
  tags: string
  /** Names and parts, as `bylines/entries.ts` writes them. */
  bylines: string
  leadMediaId: string
  /** Of a story from before there was a library: the address of its lead picture on this site. */
  picture: string
  pictureAlt: string
  commentMode: string
  /** "on" where the front page leaves it out. */
  offFrontPage: string
  /** When it goes out, by the clocks of the publication; empty where that is not known. */
  publishAt: string
  publishAtTurn?: "first" | "second" | undefined
}
