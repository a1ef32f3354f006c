import { Fragment } from "react"
import { drawnNode } from "@/components/revisions/drawn-node"
import type { RichTextNode } from "@/db/schema/posts"
import type { Step } from "@/lib/documents/diff-types"
import { lineOf, wordNodes } from "@/lib/documents/diff-words"

/** A line of text with the words that were taken out of it and put into it. */
export function DiffLine({ before, steps }: { before: readonly RichTextNode[]; steps: readonly Step[] }) {
  const words = wordNodes(before)
  let at = 0
  return steps.map((step, n) => {
    if ("change" in step) return null
    const from = at
    at += "keep" in step ? step.keep : "drop" in step ? step.drop : 0
    const line = <Line key={String(n)} nodes={lineOf("add" in step ? step.add : words.slice(from, at))} />
    if ("keep" in step) return line
    return "add" in step ? (
      <ins key={String(n)}>
        <span className="sr-only"> [added: </span>
        {line}
        <span className="sr-only">] </span>
      </ins>
    ) : (
      <del key={String(n)}>
        <span className="sr-only"> [removed: </span>
        {line}
        <span className="sr-only">] </span>
      </del>
    )
  })
}

function Line({ nodes }: { nodes: readonly RichTextNode[] }) {
  return nodes.map((node, n) => <Fragment key={String(n)}>{drawnNode(node)}</Fragment>)
}
