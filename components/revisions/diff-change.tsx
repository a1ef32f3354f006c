import type { BlocksProps } from "@/components/revisions/blocks"
import { becameWords, changedWords } from "@/components/revisions/change-words"
import { DiffBlocks } from "@/components/revisions/diff-blocks"
import { DiffLabel } from "@/components/revisions/diff-label"
import { DiffLine } from "@/components/revisions/diff-line"
import { WholeBlocks } from "@/components/revisions/whole-blocks"
import type { RichTextNode } from "@/db/schema/posts"
import type { DocumentDiff } from "@/lib/documents/diff-types"

type Props = Pick<BlocksProps, "pictures" | "list"> & { before: RichTextNode; change: DocumentDiff }

/** A block that stayed and was changed: in its words, in what is in it, or in what it is. */
export function DiffChange({ before, change: { shell, inside }, pictures, list }: Props) {
  const became =
    JSON.stringify(before.attrs) === JSON.stringify(shell.attrs) ? null : becameWords(before, shell)
  if (inside === null) {
    return (
      <div className="diff-block">
        <DiffLabel>{became ?? "Changed"}</DiffLabel>
        <WholeBlocks what="removed" nodes={[before]} pictures={pictures} list={list} />
        <WholeBlocks what="added" nodes={[shell]} pictures={pictures} list={list} />
      </div>
    )
  }
  const content = before.content ?? []
  return (
    <div className="diff-block diff-changed">
      <DiffLabel>{became ?? changedWords[shell.type] ?? "Changed"}</DiffLabel>
      {"words" in inside ? (
        <p dir="auto" className={shell.type === "heading" ? "font-headline text-xl" : "diff-line"}>
          <DiffLine before={content} steps={inside.words} />
        </p>
      ) : (
        <div className="diff-inside">
          <DiffBlocks
            before={content}
            steps={inside.nodes}
            pictures={pictures}
            list={shell.type === "bulletList" || shell.type === "orderedList" ? shell.type : undefined}
          />
        </div>
      )}
    </div>
  )
}
