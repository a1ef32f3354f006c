import { excerpt } from "@/lib/posts/excerpt"
import { plainText } from "@/lib/posts/rich-text"

/** The story in a sentence or two: its standfirst, or else how it begins. */
export function summary(post: { standfirst: string; body: unknown }): string {
  return post.standfirst || excerpt(plainText(post.body))
}
