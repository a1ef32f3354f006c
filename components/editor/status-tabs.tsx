import { statusNames } from "@/components/editor/status-pill"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type StoriesAddress, storiesHref } from "@/lib/posts/story-list-url"

export type TabsProps = {
  asked: StoriesAddress
  counts: Record<PostStatus | "all" | "archived" | "trash", number>
  /** Counting stops here. */
  mostCounted: number
}

/** Links to the stories of each status, with how many there are. */
export function StatusTabs({ asked, counts, mostCounted }: TabsProps) {
  const statuses = Object.keys(statusNames).filter(isStatus)
  const shown = statuses.filter((status) => counts[status] > 0 || status !== "scheduled")
  const tab = ({ status, shelf }: Pick<StoriesAddress, "status" | "shelf">, name: string, count: number) => (
    <li key={name}>
      <a
        href={storiesHref({ ...asked, status, shelf, before: undefined })}
        aria-current={asked.status === status && asked.shelf === shelf ? "page" : undefined}
        className="flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-1 text-sm whitespace-nowrap text-ink-soft no-underline -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
      >
        {name}
        <span className="text-xs tabular-nums">{count >= mostCounted ? `${mostCounted}+` : count}</span>
      </a>
    </li>
  )

  return (
    <nav aria-label="Stories by status" className="mt-4 overflow-x-auto border-b border-rule">
      <ul className="flex gap-4">
        {tab({}, "All", counts.all)}
        {shown.map((status) => tab({ status }, statusNames[status], counts[status]))}
        {tab({ shelf: "archived" }, "Archived", counts.archived)}
        {tab({ shelf: "trash" }, "Trash", counts.trash)}
      </ul>
    </nav>
  )
}

function isStatus(key: string): key is PostStatus {
  return Object.hasOwn(statusNames, key)
}
