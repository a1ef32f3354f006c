import type { RichTextNode } from "@/db/schema/posts"

/** What is said of a changed block, by its type. */
export const changedWords: Record<string, string> = {
  paragraph: "Changed",
  heading: "Heading changed",
  bulletList: "List changed",
  orderedList: "Numbered list changed",
  listItem: "Item changed",
  blockquote: "Quotation changed",
  gallery: "Gallery changed",
  embed: "Embed changed",
  picture: "Picture changed",
}

const attributes: Record<string, string> = {
  alt: "alt text",
  decorative: "whether it is decorative",
  caption: "caption",
  size: "size",
  mediaId: "picture",
  url: "address",
  level: "level",
  start: "first number",
}

/** Which of its attributes were changed, and from what to what where that is short. */
export function becameWords(
  { attrs: old = {} }: RichTextNode,
  { type, attrs: now = {} }: RichTextNode,
): string {
  const names = Object.keys({ ...old, ...now }).filter((name) => old[name] !== now[name])
  const parts = names.map((name) => {
    const word = attributes[name] ?? name
    if (name === "mediaId") return "another picture"
    return `${word} from ${said(old[name])} to ${said(now[name])}`
  })
  return `${type === "picture" || type === "embed" ? changedWords[type] : "Changed"}: ${parts.join(", ")}`
}

function said(value: unknown): string {
  return typeof value === "string" ? `“${value}”` : String(value ?? "none")
}
