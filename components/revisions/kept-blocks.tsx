import { Blocks, type BlocksProps } from "@/components/revisions/blocks"

/** Of a long part that stayed, its ends; the rest can be unfolded. */
export function KeptBlocks({ nodes, ...shown }: BlocksProps) {
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
