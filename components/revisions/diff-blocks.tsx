import type { ReactNode } from "react"
import { type Pictures, pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { DiffChange } from "@/components/revisions/diff-change"
import { Markup } from "@/components/ui/markup"
import type { RichTextNode } from "@/db/schema/posts"
import type { Step } from "@/lib/documents/diff-types"

export type BlocksProps = {
  before: readonly RichTextNode[]
  steps: readonly Step[]
  pictures: Pictures
  /** The list that these are items of, where they are. */
  list?: RichTextNode["type"]
}

/** Blocks of a text: those that stayed, and those that were taken out, put in and changed, each with a word for it. */
export function DiffBlocks({ before, steps, pictures, list }: BlocksProps) {
  const shown = { pictures, list }
  let at = 0
  return steps.map((step, n) => {
    const key = String(n)
    const from = at
    at += "keep" in step ? step.keep : "drop" in step ? step.drop : "add" in step ? 0 : 1
    const nodes = before.slice(from, at)
    if ("keep" in step) return <Kept key={key} nodes={nodes} {...shown} />
    if ("add" in step) return <Whole key={key} what="added" nodes={step.add} {...shown} />
    if ("drop" in step) return <Whole key={key} what="removed" nodes={nodes} {...shown} />
    const [node] = nodes
    return node ? <DiffChange key={key} before={node} change={step.change} {...shown} /> : null
  })
}

type WholeProps = Pick<BlocksProps, "pictures" | "list"> & { nodes: readonly RichTextNode[] }

/** Blocks as readers see them. */
export function Blocks({ nodes, pictures, list }: WholeProps) {
  const content = list ? [{ type: list, content: [...nodes] }] : [...nodes]
  return (
    <Markup
      className="prose"
      html={richTextHtml({ type: "doc", content }, pageFigure(pictures), { apart: true })}
    />
  )
}

export function Whole({ what, nodes, ...shown }: WholeProps & { what: "added" | "removed" }) {
  const Tag = what === "added" ? "ins" : "del"
  return (
    <div className={`diff-block diff-${what}`}>
      <Label>{what === "added" ? "Added" : "Removed"}</Label>
      <Tag>
        {nodes.some(isSeen) ? (
          <Blocks nodes={nodes} {...shown} />
        ) : (
          <p className="text-ink-soft">An empty line</p>
        )}
      </Tag>
    </div>
  )
}

/** What kind of change a block has, in words, beside its border. */
export function Label({ children }: { children: ReactNode }) {
  return <p className="diff-label">{children}</p>
}

/** Of a long part that stayed, its ends; the rest can be unfolded. */
function Kept({ nodes, ...shown }: WholeProps) {
  if (nodes.length <= 4) return <Blocks nodes={nodes} {...shown} />
  const between = nodes.slice(1, -1)
  return (
    <>
      <Blocks nodes={nodes.slice(0, 1)} {...shown} />
      <details className="diff-kept">
        <summary>{between.length} unchanged paragraphs</summary>
        <Blocks nodes={between} {...shown} />
      </details>
      <Blocks nodes={nodes.slice(-1)} {...shown} />
    </>
  )
}

/** What shows although nothing is in it. */
const whole = new Set(["picture", "embed", "horizontalRule", "text", "footnote"])

/** An empty paragraph shows nothing. */
function isSeen({ type, content }: RichTextNode): boolean {
  return whole.has(type) || (content?.length ?? 0) > 0
}
