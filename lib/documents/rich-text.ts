import type { RichTextNode } from "@/db/schema/posts"
import { embed } from "@/lib/documents/embed-nodes"
import { blockLimits, pictureLimits } from "@/lib/documents/limits"
import { picture } from "@/lib/documents/picture-nodes"
import { asText, children, deepest, inlines, isInline, textWithin } from "@/lib/documents/rich-text-lines"
import { storableLink } from "@/lib/documents/safe-link"
import { showsNothing } from "@/lib/text/storable"

/**
 * Reads a stored document into the few nodes that pages know, nested as HTML allows. Never throws:
 * an unknown node gives its text, an unknown mark gives none, a link with another scheme is no link.
 */
export function readRichText(body: unknown): RichTextNode {
  return { type: "doc", content: blocks(children(body), 0) }
}

/** The document's words, its blocks parted by `gap`. */
export function plainText(body: unknown, gap = " "): string {
  const texts = children(readRichText(body)).map((block) => textWithin(block).trim())
  return texts.filter(Boolean).join(gap)
}

function blocks(nodes: RichTextNode[], depth: number): RichTextNode[] {
  const found: RichTextNode[] = []
  let loose: RichTextNode[] = []
  const settle = () => {
    if (loose.length > 0) found.push({ type: "paragraph", content: loose })
    loose = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(...inlines([node], depth))
      continue
    }
    settle()
    found.push(...block(node, depth))
  }
  settle()
  return found
}

function block(node: RichTextNode, depth: number): RichTextNode[] {
  if (depth >= deepest) return filled({ type: "paragraph", content: asText(node) })
  const inside = children(node)
  switch (node.type) {
    case "paragraph":
      return filled({ type: "paragraph", content: inlines(inside, depth + 1) })
    case "heading": {
      const attrs = { level: between(node.attrs?.level, 2, 4) }
      return filled({ type: "heading", attrs, content: inlines(inside, depth + 1) })
    }
    case "blockquote": {
      const content = quotation(inside, depth + 1)
      // Whose words would these be?
      const isWithoutWords = content.every(({ type }) => type === "attribution")
      return isWithoutWords
        ? content.map((line) => ({ ...line, type: "paragraph" }))
        : filled({ type: "blockquote", content })
    }
    case "bulletList":
      return filled({ type: "bulletList", content: items(inside, depth + 1) })
    case "orderedList": {
      const attrs = { start: between(node.attrs?.start, 1, 100_000) }
      return filled({ type: "orderedList", attrs, content: items(inside, depth + 1) })
    }
    case "horizontalRule":
      return [{ type: "horizontalRule" }]
    case "codeBlock":
      return filled({ type: "codeBlock", content: asText(node) })
    case "pullQuote":
    case "question": {
      const type = depth === 0 ? node.type : "paragraph"
      return filled({ type, content: inlines(inside, depth + 1) })
    }
    case "notice":
    case "keyPoints": {
      const content = blocks(inside, depth + 1)
      return depth === 0 ? filled({ type: node.type, content }) : content
    }
    case "table":
      return depth === 0 ? filled({ type: "table", content: rows(inside) }) : blocks(inside, depth + 1)
    case "picture":
      return depth === 0 ? pictures([node]) : []
    case "gallery":
      return depth === 0 ? pictures(inside) : []
    case "embed":
      return player(node, depth)
    default:
      return blocks(inside, depth + 1)
  }
}

/** Who said it stands in the last line. */
function quotation(nodes: RichTextNode[], depth: number): RichTextNode[] {
  const last = nodes.at(-1)
  if (last?.type !== "attribution") return blocks(nodes, depth)
  const attribution = filled({ type: "attribution", content: inlines(children(last), depth + 1) })
  return [...blocks(nodes.slice(0, -1), depth), ...attribution]
}

/** One picture stands by itself, several as a gallery; what is no picture of the library is left out. */
function pictures(nodes: RichTextNode[]): RichTextNode[] {
  const found = nodes.flatMap((node) => picture.safeParse(node).data ?? []).slice(0, pictureLimits.gallery)
  return found.length > 1 ? [{ type: "gallery", content: found }] : found
}

/** Of a site whose players are not shown, or not any more, a link stays. */
function player(node: RichTextNode, depth: number): RichTextNode[] {
  const found = embed.safeParse(node).data
  if (found && depth === 0) return [found]
  const href = storableLink(found?.attrs.url ?? node.attrs?.url)
  if (!href) return []
  const text = found?.attrs.title || href
  return [
    { type: "paragraph", content: [{ type: "text", text, marks: [{ type: "link", attrs: { href } }] }] },
  ]
}

/** What shows nothing, as an empty paragraph or list, is an editor's leftover; readers get none. */
function filled(node: RichTextNode): RichTextNode[] {
  return showsSomething(node) ? [node] : []
}

function showsSomething({ type, text = "", content = [] }: RichTextNode): boolean {
  return type === "text" ? !showsNothing(text) : seen.has(type) || content.some(showsSomething)
}

const seen = new Set(["footnote", "picture", "embed"])

function items(nodes: RichTextNode[], depth: number): RichTextNode[] {
  return nodes.flatMap((node) => {
    const inside = node.type === "listItem" ? children(node) : [node]
    return filled({ type: "listItem", content: blocks(inside, depth + 1) })
  })
}

function rows(nodes: RichTextNode[]): RichTextNode[] {
  // An empty row stays: cells of others may reach over it.
  const all = nodes.map((row) => ({ type: "tableRow", content: children(row).map(cell) }))
  return all.filter(({ content }) => content.length > 0)
}

function cell(node: RichTextNode): RichTextNode {
  const type = node.type === "tableHeader" ? "tableHeader" : "tableCell"
  const attrs = {
    colspan: between(node.attrs?.colspan, 1, blockLimits.columns),
    rowspan: between(node.attrs?.rowspan, 1, blockLimits.rows),
  }
  return { type, attrs, content: inlines(children(node), 2) }
}

function between(value: unknown, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(value as number, least), most) : least
}
