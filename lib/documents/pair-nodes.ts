import type { RichTextNode } from "@/db/schema/posts"

type Pair = [RichTextNode | null, RichTextNode | null]

/** Between more nodes than this nobody looks for pairs. */
const mostCompared = 10_000

/**
 * Nodes that were taken out beside those that were put in for them, in the order of both: of the same type, and with a third
 * of their words in common, or the same picture.
 */
export function pairs(gone: readonly RichTextNode[], come: readonly RichTextNode[]): Pair[] {
  const found: Pair[] = []
  const words = come.map(signsOf)
  const compares = gone.length * come.length <= mostCompared
  let next = 0
  for (const node of gone) {
    const signs = signsOf(node)
    const at = compares
      ? come.findIndex((one, n) => n >= next && one.type === node.type && areAlike(signs, words[n] ?? none))
      : -1
    if (at === -1) {
      found.push([node, null])
      continue
    }
    for (const one of come.slice(next, at)) found.push([null, one])
    found.push([node, come[at] ?? null])
    next = at + 1
  }
  return [...found, ...come.slice(next).map((one): Pair => [null, one])]
}

const none: ReadonlySet<string> = new Set()

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  // A long text is not looked through for each of a thousand short ones.
  if (fewer.size * 3 < more.size) return false
  const common = [...fewer].filter((sign) => more.has(sign)).length
  return common * 3 >= more.size
}

/** By what a node is known again: its words, or the picture or player that it is. */
function signsOf(root: RichTextNode): ReadonlySet<string> {
  const signs = new Set<string>()
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "picture") signs.add(`picture ${node.attrs?.mediaId}`)
    if (node.type === "embed") signs.add(`embed ${node.attrs?.url}`)
    for (const word of node.text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) signs.add(word)
    waiting.push(...(node.content ?? []))
  }
  return signs
}
