import { diffArrays } from "diff"
import type { RichTextNode } from "@/db/schema/posts"
import type { DocumentDiff, Step } from "@/lib/documents/diff-types"
import { isLine, lineOf, nodeKey, wordNodes } from "@/lib/documents/diff-words"
import { pairs } from "@/lib/documents/pair-nodes"

/**
 * What one comparison may cost in all: finding so many edits in one list takes their square in steps (Myers), and half a
 * million a third of a second. What is left when they are used up is told as taken out and put in.
 */
const mostSteps = 500_000

/** The steps that are left to the comparison of two documents. */
type Budget = { steps: number }

/** What makes the second document out of the first: blocks, words and pictures. `applyDiff` does it. */
export function diff(before: RichTextNode, after: RichTextNode): DocumentDiff {
  return changeOf(before, after, { steps: mostSteps })
}

/** The document that a diff makes out of the one that it was made from. */
export function applyDiff(before: RichTextNode, { shell, inside }: DocumentDiff): RichTextNode {
  if (inside === null) return shell
  const content = before.content ?? []
  return {
    ...shell,
    content:
      "words" in inside ? lineOf(follow(wordNodes(content), inside.words)) : follow(content, inside.nodes),
  }
}

/** Whether anything in it differs. */
export function isUnchanged(before: RichTextNode, after: RichTextNode): boolean {
  return nodeKey(before) === nodeKey(after)
}

function changeOf(before: RichTextNode, after: RichTextNode, budget: Budget): DocumentDiff {
  const { content, ...shell } = after
  const inside = content ?? []
  if (!before.content || !content) return { shell: after, inside: null }
  if (inside.length > 0 && isLine(inside) && isLine(before.content))
    return { shell, inside: { words: stepsBetween(wordNodes(before.content), wordNodes(inside), budget) } }
  return { shell, inside: { nodes: nodesBetween(before.content, inside, budget) } }
}

/** Blocks that are alike are told as one that was changed. */
function nodesBetween(before: RichTextNode[], after: RichTextNode[], budget: Budget): Step[] {
  const steps: Step[] = []
  let at = 0
  let gone: RichTextNode[] = []
  const settle = (come: RichTextNode[]) => {
    for (const [old, now] of pairs(gone, come)) {
      if (old && now) steps.push({ change: changeOf(old, now, budget) })
      else if (old) steps.push({ drop: 1 })
      else if (now) steps.push({ add: [now] })
    }
    gone = []
  }
  for (const step of stepsBetween(before, after, budget)) {
    if ("drop" in step) gone = before.slice(at, at + step.drop)
    else if ("add" in step) settle(step.add)
    else {
      settle([])
      steps.push(step)
    }
    if ("keep" in step) at += step.keep
    if ("drop" in step) at += step.drop
  }
  settle([])
  return steps
}

function stepsBetween(before: RichTextNode[], after: RichTextNode[], budget: Budget): Step[] {
  const [old, now] = [before.map(nodeKey), after.map(nodeKey)]
  const most = Math.floor(Math.sqrt(budget.steps))
  const found = diffArrays(old, now, { maxEditLength: most })
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
  budget.steps -= (edits ?? most) ** 2
  if (!found) return [{ drop: before.length }, { add: after }]
  let at = 0
  return found.map(({ added, removed, count }): Step => {
    if (removed) return { drop: count }
    at += count
    return added ? { add: after.slice(at - count, at) } : { keep: count }
  })
}

function follow(nodes: readonly RichTextNode[], steps: readonly Step[]): RichTextNode[] {
  let at = 0
  return steps.flatMap((step) => {
    if ("add" in step) return step.add
    const from = at
    at += "keep" in step ? step.keep : "drop" in step ? step.drop : 1
    if ("drop" in step) return []
    if ("keep" in step) return nodes.slice(from, at)
    const node = nodes[from]
    return node ? [applyDiff(node, step.change)] : []
  })
}
