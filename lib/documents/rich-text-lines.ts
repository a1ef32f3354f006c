import type { RichTextNode } from "@/db/schema/posts"
import { blockLimits } from "@/lib/documents/limits"
import { storableLink } from "@/lib/documents/safe-link"
import { showsNothing } from "@/lib/text/storable"

/** Deeper nesting than any story needs; what lies below is kept as plain text. */
export const deepest = 20

function footnote({ attrs }: RichTextNode): RichTextNode[] {
  const text = typeof attrs?.text === "string" ? attrs.text.slice(0, blockLimits.footnote).trim() : ""
  return text ? [{ type: "footnote", attrs: { text } }] : []
}

export function inlines(nodes: RichTextNode[], depth: number): RichTextNode[] {
  return nodes.flatMap((node) => {
    if (node.type === "hardBreak") return [{ type: "hardBreak" }]
    if (node.type === "footnote") return footnote(node)
    if (node.type === "text") return node.text ? [{ type: "text", text: node.text, marks: marks(node) }] : []
    return depth >= deepest ? asText(node) : inlines(children(node), depth + 1)
  })
}

export function asText(node: RichTextNode): RichTextNode[] {
  const text = textWithin(node)
  return text ? [{ type: "text", text }] : []
}

const plainMarks = new Set(["bold", "italic", "strike", "code"])

function marks(node: RichTextNode): NonNullable<RichTextNode["marks"]> {
  const kept = new Map<string, NonNullable<RichTextNode["marks"]>[number]>()
  for (const mark of Array.isArray(node.marks) ? node.marks : []) {
    if (plainMarks.has(mark?.type)) kept.set(mark.type, { type: mark.type })
    // A link without words has no name.
    if (mark?.type !== "link" || showsNothing(node.text ?? "")) continue
    const href = storableLink(mark.attrs?.href)
    if (href) kept.set("link", { type: "link", attrs: { href } })
  }
  return [...kept.values()]
}

/** Walks without recursion: a document may be nested deeper than the stack. */
export function textWithin(root: RichTextNode): string {
  const waiting: RichTextNode[] = [root]
  let text = ""
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "text") text += node.text ?? ""
    else if (node.type === "hardBreak") text += "\n"
    else {
      if (text && !text.endsWith(" ") && !isInline(node)) text += " "
      waiting.push(...children(node).reverse())
    }
  }
  return text
}

export function isInline(node: RichTextNode): boolean {
  return node.type === "text" || node.type === "hardBreak" || node.type === "footnote"
}

export function children(node: unknown): RichTextNode[] {
  const content = (node as { content?: unknown } | null)?.content
  return Array.isArray(content) ? content.filter(isNode) : []
}

function isNode(value: unknown): value is RichTextNode {
  if (typeof value !== "object" || value === null) return false
  const { type, text } = value as { type?: unknown; text?: unknown }
  return typeof type === "string" && (text === undefined || typeof text === "string")
}
