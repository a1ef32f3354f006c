import type { RichTextNode } from "../schema/posts.ts"

/** A story's body, written as calls; text knows `**bold**`, `*italic*` and `[words](https://… or /path)`. */
export function doc(...blocks: RichTextNode[]): RichTextNode {
  return { type: "doc", content: blocks }
}

export function p(text: string): RichTextNode {
  return { type: "paragraph", content: inline(text) }
}

export function h2(text: string): RichTextNode {
  return { type: "heading", attrs: { level: 2 }, content: inline(text) }
}

/** A block quotation, one paragraph a text. */
export function quote(...texts: string[]): RichTextNode {
  return { type: "blockquote", content: texts.map(p) }
}

export function ul(...items: string[]): RichTextNode {
  return { type: "bulletList", content: items.map(item) }
}

export function ol(...items: string[]): RichTextNode {
  return { type: "orderedList", attrs: { start: 1 }, content: items.map(item) }
}

/** The rule between two parts of a story. */
export const rule: RichTextNode = { type: "horizontalRule" }

function item(text: string): RichTextNode {
  return { type: "listItem", content: [p(text)] }
}

type Marks = NonNullable<RichTextNode["marks"]>

const marked =
  /\*\*(?<bold>.+?)\*\*|\*(?<italic>.+?)\*|\[(?<words>.+?)\]\((?<href>(?:https?:\/\/|mailto:|\/)[^)\s]+)\)/

/** Turns the notation into text nodes; a mark may stand inside another. */
function inline(text: string, marks: Marks = []): RichTextNode[] {
  const match = marked.exec(text)
  if (!match?.groups) return plain(text, marks)
  const { bold, italic, words, href } = match.groups
  const mark = bold ? { type: "bold" } : italic ? { type: "italic" } : { type: "link", attrs: { href } }
  return [
    ...plain(text.slice(0, match.index), marks),
    ...inline(bold ?? italic ?? words ?? "", [...marks, mark]),
    ...inline(text.slice(match.index + match[0].length), marks),
  ]
}

function plain(text: string, marks: Marks): RichTextNode[] {
  if (!text) return []
  return [marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }]
}
