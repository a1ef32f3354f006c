import type { RichTextNode } from "@/db/schema/posts"

/**
 * A paragraph, or what else a text that the site proposes is made of; `[words](/path)` is a link. In `lines`, which somebody
 * has typed, it is none.
 */
export type Block = string | { heading: string } | { list: readonly string[] } | { lines: string }

/** A document in the editor's form. */
export function writeDocument(blocks: readonly Block[]): RichTextNode {
  return { type: "doc", content: blocks.map(written) }
}

function written(block: Block): RichTextNode {
  if (typeof block === "string") return paragraph(block)
  if ("heading" in block) {
    return { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: block.heading }] }
  }
  if ("lines" in block) return { type: "paragraph", content: brokenLines(block.lines) }
  const items = block.list.map((text) => ({ type: "listItem", content: [paragraph(text)] }))
  return { type: "bulletList", content: items }
}

function paragraph(text: string): RichTextNode {
  const parts = text.split(/(\[[^\]]+\]\([^)\s]+\))/).filter(Boolean)
  return { type: "paragraph", content: parts.map(words) }
}

function brokenLines(text: string): RichTextNode[] {
  const lines = text.split(/\s*\n\s*/).filter(Boolean)
  return lines.flatMap((line, at) => [
    ...(at > 0 ? [{ type: "hardBreak" }] : []),
    { type: "text", text: line },
  ])
}

function words(text: string): RichTextNode {
  const [, shown, href] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(text) ?? []
  return shown && href
    ? { type: "text", text: shown, marks: [{ type: "link", attrs: { href } }] }
    : { type: "text", text }
}
