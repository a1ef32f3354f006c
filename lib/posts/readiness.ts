import type { RichTextNode } from "@/db/schema/posts"
import { plainText } from "@/lib/documents/rich-text"
import type { PostStatus } from "@/lib/posts/policy"

/** What a story lacks before it may stand there, or null: readers get a title and a text, an editor a title. */
export function missingFor(
  status: PostStatus,
  { title, body }: { title: string; body: RichTextNode },
): "title-missing" | "body-missing" | null {
  if (status === "draft" || status === "withdrawn") return null
  if (title === "") return "title-missing"
  return status !== "in_review" && plainText(body).trim() === "" ? "body-missing" : null
}
