import type { RichTextNode } from "@/db/schema/posts"
import { hasFigures, picturesIn } from "@/lib/documents/pictures"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { plainText } from "@/lib/documents/rich-text"
import { showsNothing } from "@/lib/text/storable"

type Story = {
  title: string
  body: RichTextNode
  leadMediaId: number | null
  picture: string
  pictureAlt: string
}

/** What the library holds of the pictures of a story. */
type Library = ReadonlyMap<number, { decorative: boolean }>

export type Missing = NonNullable<ReturnType<typeof missingFor> | ReturnType<typeof missingAlt>>

/** What a story's words lack before it may stand there, or null: readers get a title and a text, an editor a title. */
export function missingFor(
  status: PostStatus,
  { title, body }: Pick<Story, "title" | "body">,
): "title-missing" | "body-missing" | null {
  if (status === "draft" || status === "withdrawn") return null
  if (title === "") return "title-missing"
  const empty = showsNothing(plainText(body)) && !hasFigures(body)
  const handedIn = status === "in_review" || status === "changes_asked"
  return !handedIn && empty ? "body-missing" : null
}

/** Which pictures lack a description before readers see the story, or null. */
export function missingAlt(
  status: PostStatus,
  story: Story,
  library: Library,
): "alt-missing" | "body-alt-missing" | null {
  if (status !== "published" && status !== "scheduled") return null
  if (lacksAlt(story, library)) return "alt-missing"
  const lacking = picturesIn(story.body).some(({ alt, decorative }) => alt === "" && !decorative)
  return lacking ? "body-alt-missing" : null
}

/** WCAG 2.2, 1.1.1: a picture has a text in its place unless it says nothing that the text does not say. */
function lacksAlt({ leadMediaId, picture, pictureAlt }: Story, library: Library): boolean {
  if (pictureAlt !== "") return false
  return leadMediaId === null ? picture !== "" : !library.get(leadMediaId)?.decorative
}
