import type { RichTextNode } from "@/db/schema/posts"

/** Marks that a text node begins here although the one before it has the same marks. */
const begins = "begins"

const inLines = new Set(["text", "hardBreak", "footnote"])

/** Whether these are the parts of a line of text. */
export function isLine(nodes: readonly RichTextNode[]): boolean {
  return nodes.every(({ type }) => inLines.has(type))
}

/** The words of a line as nodes of their own, each with its marks, and the spaces and signs between them. */
export function wordNodes(line: readonly RichTextNode[]): RichTextNode[] {
  return line.flatMap((node, at) => {
    if (node.type !== "text") return [node]
    const { text = "", ...rest } = node
    const before = line[at - 1]
    const apart = before?.type === "text" && marksOf(before) === marksOf(node)
    const words = text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [text]
    return words.map((word, n) => {
      const split = apart && n === 0 ? { attrs: { ...rest.attrs, [begins]: true } } : {}
      return { ...rest, ...split, text: word }
    })
  })
}

/** A line made of such words. */
export function lineOf(words: readonly RichTextNode[]): RichTextNode[] {
  const line: RichTextNode[] = []
  for (const word of words) {
    const last = line.at(-1)
    const isNew = word.attrs?.[begins] === true
    if (word.type === "text" && last?.type === "text" && !isNew && marksOf(last) === marksOf(word))
      line[line.length - 1] = { ...last, text: `${last.text ?? ""}${word.text ?? ""}` }
    else line.push(isNew ? withoutSign(word) : word)
  }
  return line
}

function withoutSign({ attrs: { [begins]: _, ...attrs } = {}, ...word }: RichTextNode): RichTextNode {
  return Object.keys(attrs).length > 0 ? { ...word, attrs } : word
}

/** All of a text node that is not its text. */
function marksOf({ text: _, attrs: { [begins]: __, ...attrs } = {}, ...rest }: RichTextNode): string {
  return nodeKey({ ...rest, attrs })
}

/** The same of nodes that say the same, in whatever order their fields come. */
export function nodeKey(node: RichTextNode): string {
  // Most are words without a mark, and a long line is half a million of them.
  if (node.type === "text" && Object.keys(node).length === 2) return `text ${node.text}`
  return JSON.stringify(node, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
