import { Blocks } from "@/components/revisions/blocks"
import { ComparedRevision } from "@/components/revisions/compared-revision"
import { Details } from "@/components/revisions/details"
import { DiffBlocks } from "@/components/revisions/diff-blocks"
import { DiffText } from "@/components/revisions/diff-text"
import { hasChanges } from "@/components/revisions/has-changes"
import { applyDiff, diff } from "@/lib/documents/diff"
import type { Revision } from "@/lib/posts/revisions/queries"
import "./diff.css"

type Props = { before: Revision; after: Revision }

/** What the later version says, with what the earlier one said otherwise. */
export function Comparison({ before, after }: Props) {
  const isOne = before === after
  const pictures = { ...before.pictures, ...after.pictures }
  const body = diff(before.body, after.body)
  return (
    <>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {isOne ? null : <ComparedRevision label="From" revision={before} />}
        <ComparedRevision label={isOne ? "Version" : "To"} revision={after} />
      </dl>
      {isOne || hasChanges(before, after) ? null : (
        <p role="status" className="mt-4 border-s-4 border-accent bg-raised px-4 py-3">
          Both versions say the same.
        </p>
      )}
      <article className="diff mt-6">
        <h2 dir="auto" className="text-title">
          <DiffText before={before.title} after={after.title} />
        </h2>
        <p dir="auto" className="standfirst">
          <DiffText before={before.standfirst} after={after.standfirst} />
        </p>
        <Details before={before} after={after} />
        <div className="mt-6">
          {body.inside && "nodes" in body.inside && !isOne ? (
            <DiffBlocks before={before.body.content ?? []} steps={body.inside.nodes} pictures={pictures} />
          ) : (
            <Blocks nodes={applyDiff(before.body, body).content ?? []} pictures={pictures} />
          )}
        </div>
      </article>
    </>
  )
}
