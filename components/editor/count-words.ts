import type { Node } from "@tiptap/pm/model"

/** A node of the text never changes: a key makes one paragraph anew, and only its words are counted again. */
const counted = new WeakMap<Node, number>()

/** As the language writes words: not every script parts them with spaces. */
export function wordsIn(node: Node): number {
  const known = counted.get(node)
  if (known !== undefined) return known
  const words = node.isTextblock
    ? wordsOf(node.textBetween(0, node.content.size, " ", " "))
    : node.children.reduce((sum, child) => sum + wordsIn(child), 0)
  counted.set(node, words)
  return words
}

function wordsOf(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  return words
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" })
