import { documentLimits, embedLimits, pictureLimits } from "@/lib/documents/limits"
import { unreadable } from "@/lib/documents/messages"

const tooMany = "This text has more paragraphs than a story can hold (20,000 parts). Make two stories of it."
const tooManyPictures = `This text has more than ${pictureLimits.story} pictures. Take some of them out, or make two stories of it.`
const tooManyEmbeds = `This text has more than ${embedLimits.story} embeds. Take some of them out, or make two stories of it.`
const tooDeep = "Lists or quotations are nested too deep. Take some of them a level up."

const known = new Set([
  "doc",
  "paragraph",
  "heading",
  "text",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "horizontalRule",
  "hardBreak",
  "picture",
  "gallery",
  "embed",
  "codeBlock",
  "attribution",
  "footnote",
  "pullQuote",
  "question",
  "notice",
  "keyPoints",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
])

/** Walks without recursion, before anything that recurses: a document may be nested deeper than the stack. */
export function whyTooLarge(root: unknown): string | null {
  let nodes = 0
  let pictures = 0
  let embeds = 0
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++nodes > documentLimits.nodes) return tooMany
    if (next.depth > documentLimits.depth) return tooDeep
    if (typeof next.node !== "object" || next.node === null) return unreadable
    const { type, content } = next.node as { type?: unknown; content?: unknown }
    if (typeof type !== "string") return unreadable
    if (!known.has(type)) return unknownPart(type)
    if (type === "picture" && ++pictures > pictureLimits.story) return tooManyPictures
    if (type === "embed" && ++embeds > embedLimits.story) return tooManyEmbeds
    if (content === undefined) continue
    if (!Array.isArray(content)) return unreadable
    for (const node of content) waiting.push({ node, depth: next.depth + 1 })
  }
  return null
}

function unknownPart(type: string): string {
  const name = type.replace(/[^\w-]/g, "").slice(0, 40)
  return `The text holds a part that this site cannot show${name ? ` (${name})` : ""}. Remove it and save again.`
}
