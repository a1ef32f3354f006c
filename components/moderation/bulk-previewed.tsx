import { Panel } from "@/components/desk/panel"
import type { CommentStatus } from "@/lib/comments/types"
import { grouped, many } from "@/lib/moderation/bulk/messages"
import { bulkLimit } from "@/lib/moderation/bulk/policy"
import type { BulkPreview } from "@/lib/moderation/bulk/preview"
import { TypedWords } from "./typed-words"

/** What a decision about many would meet: how many of each, on which stories, and the words of the oldest. */
export function BulkPreviewed({ preview }: { preview: BulkPreview }) {
  const { counts, total, more, stories, storyCount, texts } = preview
  if (total === 0) return null
  return (
    <>
      <Panel title={many(total, "comment")}>
        {more ? (
          <p className="mt-2 text-sm font-semibold">
            There are more. At most {grouped(bulkLimit)} can be decided about at once: these are the oldest.
          </p>
        ) : null}
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {statuses.map(([status, word]) =>
            counts[status] > 0 ? (
              <div key={status} className="flex gap-1.5">
                <dt className="text-ink-soft">{word}</dt>
                <dd className="font-semibold tabular-nums">{grouped(counts[status])}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <ul className="mt-3 text-sm">
          {stories.map(({ slug, title, count }) => (
            <li key={slug} className="flex justify-between gap-4 py-0.5">
              <a href={`/posts/${slug}`} dir="auto" className="min-w-0 text-ink underline">
                {title}
              </a>
              <span className="text-ink-soft tabular-nums">{grouped(count)}</span>
            </li>
          ))}
          {storyCount > stories.length ? (
            <li className="py-0.5 text-ink-soft">
              and {many(storyCount - stories.length, "other story", "other stories")}
            </li>
          ) : null}
        </ul>
      </Panel>
      <Panel title={total > texts.length ? `The oldest ${texts.length}` : "Their words"}>
        <ol className="divide-y divide-rule">
          {texts.map(({ id, name, body, status, title }) => (
            <li key={id} className="flex flex-col gap-1 py-3">
              <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
                <bdi className="font-semibold text-ink">{name}</bdi> on <bdi>{title}</bdi> · {words[status]}
              </p>
              <TypedWords text={body} faded={false} />
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}

const statuses: [CommentStatus, string][] = [
  ["pending", "Waiting"],
  ["approved", "Approved"],
  ["rejected", "Rejected"],
  ["spam", "Spam"],
  ["deleted", "Deleted by their authors"],
]

const words = Object.fromEntries(
  statuses.map(([status, word]) => [status, status === "deleted" ? "deleted" : word.toLowerCase()]),
) as Record<CommentStatus, string>
