import { Blocks, type BlocksProps } from "@/components/revisions/blocks"
import { DiffLabel } from "@/components/revisions/diff-label"
import type { RichTextNode } from "@/db/schema/posts"

/** Blocks that were put in or taken out. */
export function WholeBlocks({ what, nodes, ...shown }: BlocksProps & { what: "added" | "removed" }) {
  const Tag = what === "added" ? "ins" : "del"
  return (
    <div className={`diff-block diff-${what}`}>
      <DiffLabel>{what === "added" ? "Added" : "Removed"}</DiffLabel>
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

/** What shows although nothing is in it. */
const whole = new Set(["picture", "embed", "horizontalRule", "text", "footnote"])

/** An empty paragraph shows nothing. */
function isSeen({ type, content }: RichTextNode): boolean {
  return whole.has(type) || (content?.length ?? 0) > 0
}
