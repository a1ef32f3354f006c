import { NameList } from "@/components/desk/name-list"
import { deletionWords } from "@/components/editor/deletion-words"
import { type ScheduleDates, ScheduleNote } from "@/components/editor/schedule-note"
import { StatusPill } from "@/components/editor/status-pill"
import { When } from "@/components/moderation/when"
import type { PostStatus } from "@/lib/documents/post-statuses"
import type { Proposal } from "@/lib/posts/workflow"
import { timeAgo } from "@/lib/text/time-ago"

export type ListedStory = {
  id: number
  title: string
  status: PostStatus
  proposal: Proposal | null
  /** The names of all of its authors. */
  bylines: string[]
  updatedAt: Date
  publishedAt: Date | null
  comments: number
  /** Whether there are newer words than readers see. */
  unseen: boolean
  /** Of a story in the trash: in how many days it is deleted. */
  daysLeft: number | null
  wasPublic: boolean
} & ScheduleDates

type Props = {
  story: ListedStory
  /** Who has it open. */
  open: string[] | undefined
}

/** One story; the whole row leads to it. */
export function StoryTableRow({ story, open }: Props) {
  const { id, title, status, proposal, bylines, updatedAt, publishedAt, comments, unseen, ...rest } = story
  const { daysLeft, wasPublic, ...dates } = rest
  return (
    <tr className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-rule py-2.5 hover:bg-raised lg:table-row lg:py-0">
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
          <span className="text-xs text-ink-soft">{deletionWords(daysLeft, wasPublic)}</span>
        )}
        {open ? (
          <p className="text-xs text-ink-soft">
            Open: <NameList names={open} />
          </p>
        ) : null}
      </td>
      <td className="lg:py-2 lg:pe-3">
        <StatusPill status={status} proposal={proposal} />
        {status === "published" && publishedAt ? (
          <span className="ms-2 text-xs text-ink-soft lg:ms-0 lg:block">
            <When date={publishedAt} />
          </span>
        ) : null}
        <ScheduleNote {...dates} />
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
      <td className={`text-ink-soft tabular-nums lg:py-2 lg:text-end ${comments ? "" : "max-lg:hidden"}`}>
        {comments}
        <span className="lg:sr-only"> {comments === 1 ? "comment" : "comments"}</span>
      </td>
    </tr>
  )
}
