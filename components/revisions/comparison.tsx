import { When } from "@/components/moderation/when"
import { Details } from "@/components/revisions/details"
import { Blocks, DiffBlocks } from "@/components/revisions/diff-blocks"
import { DiffLine } from "@/components/revisions/diff-line"
import type { RichTextNode } from "@/db/schema/posts"
import { applyDiff, diff, isUnchanged } from "@/lib/documents/diff"
import { metadataOf } from "@/lib/posts/metadata"
import { kindWords } from "@/lib/posts/revisions/labels"
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
        {isOne ? null : <Side label="From" revision={before} />}
        <Side label={isOne ? "Version" : "To"} revision={after} />
      </dl>
      {isOne || hasChanges(before, after) ? null : (
        <p role="status" className="mt-4 border-s-4 border-accent bg-raised px-4 py-3">
          Both versions say the same.
        </p>
      )}
      <article className="diff mt-6">
        <h2 dir="auto" className="text-title">
          <Text before={before.title} after={after.title} />
        </h2>
        <p dir="auto" className="standfirst">
          <Text before={before.standfirst} after={after.standfirst} />
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

function Side({ label, revision: { kind, name, by, savedAt } }: { label: string; revision: Revision }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">
        {name ? (
          <>
            <strong dir="auto">{name}</strong>,{" "}
          </>
        ) : null}
        {kindWords[kind].toLowerCase()} <When date={savedAt} withSeconds />
        {by ? (
          <>
            {" "}
            by <bdi>{by}</bdi>
          </>
        ) : null}
      </dd>
    </>
  )
}

/** A line of text without marks, as the title is one. */
function Text({ before, after }: { before: string; after: string }) {
  const [old, now] = [lineDocument(before), lineDocument(after)]
  const { inside } = diff(old, now)
  if (!inside) return after
  const steps = "words" in inside ? inside.words : [...(before ? [{ drop: Number.MAX_SAFE_INTEGER }] : [])]
  return <DiffLine before={old.content ?? []} steps={steps} />
}

function lineDocument(text: string): RichTextNode {
  return { type: "paragraph", content: text ? [{ type: "text", text }] : [] }
}

function hasChanges(before: Revision, after: Revision): boolean {
  return !isUnchanged(saidBy(before), saidBy(after))
}

/** All that a comparison shows of a version. */
function saidBy({
  body,
  title,
  standfirst,
  slug,
  tags,
  bylines,
  leadMediaId,
  pictureAlt,
  ...rest
}: Revision): RichTextNode {
  const names = bylines.map(({ id, part }) => `${id} ${part}`)
  const attrs = {
    title,
    standfirst,
    slug,
    tags: tags.map(({ name }) => name),
    names,
    leadMediaId,
    pictureAlt,
    ...metadataOf(rest),
  }
  return { ...body, attrs }
}
