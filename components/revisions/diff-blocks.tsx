import type { BlocksProps } from "@/components/revisions/blocks"
import { DiffChange } from "@/components/revisions/diff-change"
import { KeptBlocks } from "@/components/revisions/kept-blocks"
import { WholeBlocks } from "@/components/revisions/whole-blocks"
import type { RichTextNode } from "@/db/schema/posts"
import type { Step } from "@/lib/documents/diff-types"

type Props = Pick<BlocksProps, "pictures" | "list"> & {
  before: readonly RichTextNode[]
  steps: readonly Step[]
}

/** Blocks of a text: those that stayed, and those that were taken out, put in and changed, each with a word for it. */
export function DiffBlocks({ before, steps, pictures, list }: Props) {
  const shown = { pictures, list }
  let at = 0
  return steps.map((step, n) => {
    const key = String(n)
    const from = at
    at += "keep" in step ? step.keep : "drop" in step ? step.drop : "add" in step ? 0 : 1
    const nodes = before.slice(from, at)
    if ("keep" in step) return <KeptBlocks key={key} nodes={nodes} {...shown} />
    if ("add" in step) return <WholeBlocks key={key} what="added" nodes={step.add} {...shown} />
    if ("drop" in step) return <WholeBlocks key={key} what="removed" nodes={nodes} {...shown} />
    const [node] = nodes
    return node ? <DiffChange key={key} before={node} change={step.change} {...shown} /> : null
  })
}
