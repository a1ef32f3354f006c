import { plainText } from "@/lib/documents/rich-text"
import { excerpt } from "@/lib/text/excerpt"

/** The story in a sentence or two: its standfirst, or else how it begins. */
export function summary(post: { standfirst: string; body: unknown }): string {
  return post.standfirst || excerpt(plainText(post.body))
}
