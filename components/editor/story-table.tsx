import { NameList } from "@/components/desk/name-list"
import { StatusPill } from "@/components/editor/status-pill"
import { When } from "@/components/moderation/when"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type OverdueCause, overdueWords } from "@/lib/posts/overdue"
import type { Proposal } from "@/lib/posts/workflow"
import { timeAgo } from "@/lib/text/time-ago"

type Row = {
  id: number
  title: string
  status: PostStatus
  proposal: Proposal | null
  /** The names of all of its authors. */
  bylines: string[]
  updatedAt: Date
  comments: number
  /** Whether there are newer words than readers see. */
  unseen: boolean
  /** Of a story in the trash: in how many days it is deleted. */
  daysLeft: number | null
  wasPublic: boolean
} & Dates

type Dates = {
  publishAt: Date | null
  /** Why it is not out though its time has come. */
  overdue: OverdueCause | null
  embargoUntil: Date | null
}

/** Stories in rows; on a narrow screen each row folds to two lines. The whole row leads to the story. */
export function StoryTable({ stories, open }: { stories: Row[]; open: Record<number, string[]> }) {
  return (
    <table className="block w-full text-sm lg:table">
      <caption className="sr-only">Stories</caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr className="border-b border-ink text-start text-xs text-ink-soft">
          <th className="w-8 py-2">
            <span className="sr-only">Select</span>
          </th>
          <th className="py-2 pe-3 text-start font-semibold">Title</th>
          <th className="w-28 py-2 pe-3 text-start font-semibold">Status</th>
          <th className="w-44 py-2 pe-3 text-start font-semibold">Authors</th>
          <th className="w-36 py-2 pe-3 text-start font-semibold">Saved</th>
          <th className="w-24 py-2 text-end font-semibold">Comments</th>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {stories.map(
          ({
            id,
            title,
            status,
            proposal,
            bylines,
            updatedAt,
            comments,
            unseen,
            daysLeft,
            wasPublic,
            publishAt,
            overdue,
            embargoUntil,
          }) => (
            <tr
              key={id}
              className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-rule py-2.5 hover:bg-raised lg:table-row lg:py-0"
            >
              <td className="relative z-10 lg:py-2 lg:align-middle">
                <input
                  type="checkbox"
                  name="id"
                  value={id}
                  aria-label={`Select “${title || "Untitled"}”`}
                  className="size-4 align-middle accent-accent pointer-coarse:size-6"
                />
              </td>
              <td className="w-[calc(100%-3rem)] lg:w-auto lg:py-2 lg:pe-3">
                <a
                  href={`/desk/posts/${id}`}
                  className="block font-semibold wrap-anywhere text-ink no-underline after:absolute after:inset-0 hover:underline"
                >
                  <bdi>{title || "Untitled"}</bdi>
                </a>
                {daysLeft === null ? null : (
                  <span className="text-xs text-ink-soft">{lastDays(daysLeft, wasPublic)}</span>
                )}
                {open[id] ? (
                  <p className="text-xs text-ink-soft">
                    Open: <NameList names={open[id]} />
                  </p>
                ) : null}
              </td>
              <td className="lg:py-2 lg:pe-3">
                <StatusPill status={status} proposal={proposal} />
                <StatusNote {...{ publishAt, overdue, embargoUntil }} />
                {unseen ? (
                  <span className="ms-2 text-xs text-ink-soft lg:ms-0 lg:block">unpublished changes</span>
                ) : null}
              </td>
              <td className="max-w-44 truncate text-ink-soft lg:py-2 lg:pe-3">
                <NameList names={bylines} />
              </td>
              <td className="whitespace-nowrap text-ink-soft lg:py-2 lg:pe-3">
                <time dateTime={updatedAt.toISOString()}>{timeAgo(updatedAt)}</time>
              </td>
              <td
                className={`text-ink-soft tabular-nums lg:py-2 lg:text-end ${comments ? "" : "max-lg:hidden"}`}
              >
                {comments}
                <span className="lg:sr-only"> {comments === 1 ? "comment" : "comments"}</span>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

/** When a scheduled story goes out, or why it did not; and that nobody may show it yet. */
function StatusNote({ publishAt, overdue, embargoUntil }: Dates) {
  const note = "ms-2 text-xs lg:ms-0 lg:block"
  return (
    <>
      {overdue ? <span className={`${note} font-semibold text-danger`}>{overdueWords[overdue]}</span> : null}
      {publishAt && !overdue ? (
        <span className={`${note} text-ink-soft`}>
          <When date={publishAt} />
        </span>
      ) : null}
      {embargoUntil && embargoUntil > new Date() ? (
        <span className={`${note} font-semibold text-danger`}>
          Embargoed until <When date={embargoUntil} />
        </span>
      ) : null}
    </>
  )
}

/** What is left to a story in the trash. One that readers knew is deleted by a person alone. */
function lastDays(days: number, wasPublic: boolean): string {
  if (wasPublic) return "was published; kept until an editor deletes it"
  if (days === 0) return "will be deleted tonight"
  return days === 1 ? "will be deleted in 1 day" : `will be deleted in ${days} days`
}
