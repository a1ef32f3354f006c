import type { Node } from "@tiptap/pm/model"

export type Match = { from: number; to: number }

/** Where these words stand in a text, whatever their case and in whatever marks; none goes from one block into the next. */
export function matchesIn(doc: Node, words: string): Match[] {
  const wanted = foldCase(words)
  if (wanted === "") return []
  const found: Match[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    const text = foldCase(block.textBetween(0, block.content.size, "", "\ufffc"))
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      found.push({ from: at + 1 + from, to: at + 1 + from + wanted.length })
    }
    return false
  })
  return found
}

/** Letter by letter, so that a place in what comes out is a place in what went in. */
function foldCase(text: string): string {
  return text.replace(/./gsu, (letter) => {
    const folded = letter.toLowerCase()
    return folded.length === letter.length ? folded : letter
  })
}
