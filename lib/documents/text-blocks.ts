import type { RichTextNode } from "@/db/schema/posts"

/**
 * A line of a text, or words that belong to a picture or a footnote. `from`: where its first letter stands, as the editor
 * counts places; of an `atom` where the whole of it stands.
 */
export type TextBlock = {
  type: string
  level: number
  text: string
  /** The same with words that are code blanked out, letter for letter. */
  prose: string
  from: number
  atom: boolean
  links: { href: string; from: number; to: number }[]
}

/** All words of a document in their order, with their places. */
export function textBlocks(document: RichTextNode): TextBlock[] {
  const found: TextBlock[] = []
  walk(document.content ?? [], 0, found)
  return found
}

/** Answers where it ends: a text is as long as its letters, what holds nothing is 1, and any other node is 2 more than its content. */
function walk(nodes: readonly RichTextNode[], start: number, found: TextBlock[]): number {
  let at = start
  for (const node of nodes) {
    if (leaves.has(node.type)) {
      const text = [node.attrs?.alt, node.attrs?.caption].filter((words) => typeof words === "string")
      if (text.length > 0) found.push(atom(node.type, text.join("\n"), at))
      at += 1
    } else if (lines.has(node.type)) at = readLine(node, at, found)
    else at = walk(node.content ?? [], at + 1, found) + 1
  }
  return at
}

function readLine({ type, attrs, content = [] }: RichTextNode, start: number, found: TextBlock[]): number {
  const links: TextBlock["links"] = []
  const notes: TextBlock[] = []
  const from = start + 1
  let [text, prose] = ["", ""]
  for (const node of content) {
    const at = from + text.length
    if (node.type === "footnote" && typeof node.attrs?.text === "string")
      notes.push(atom("footnote", node.attrs.text, at))
    const words = node.type === "text" ? (node.text ?? "") : node.type === "hardBreak" ? "\n" : noWord
    const isCode = type === "codeBlock" || node.marks?.some((mark) => mark.type === "code")
    text += words
    prose += isCode ? noWord.repeat(words.length) : words
    const href = node.marks?.find((mark) => mark.type === "link")?.attrs?.href
    if (typeof href === "string") links.push({ href, from: at, to: at + words.length })
  }
  const level = Number(attrs?.level ?? 0)
  found.push({ type, level, text, prose, from, atom: false, links }, ...notes)
  return from + text.length + 1
}

const atom = (type: string, text: string, from: number): TextBlock => ({
  type,
  level: 0,
  text,
  prose: text,
  from,
  atom: true,
  links: [],
})

/** Stands for what is no word, as the Unicode Standard has it (U+FFFC). */
const noWord = "\ufffc"

const leaves = new Set(["picture", "horizontalRule", "embed"])
const lines = new Set([
  "paragraph",
  "heading",
  "codeBlock",
  "attribution",
  "pullQuote",
  "question",
  "tableCell",
  "tableHeader",
])
