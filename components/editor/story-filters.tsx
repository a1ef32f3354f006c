import { statusNames } from "@/components/editor/status-pill"
import { Button } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type StoriesAddress, storiesHref } from "@/lib/posts/story-list-url"

type Props = {
  asked: StoriesAddress
  counts: Record<PostStatus | "all", number>
  /** Counting stops here. */
  mostCounted: number
  authors: { id: number; name: string }[]
}

/** What the list shows: links for the states, a plain form for the rest. */
export function StoryFilters({ asked, counts, mostCounted, authors }: Props) {
  const statuses = Object.keys(statusNames).filter(isStatus)
  const shown = statuses.filter((status) => counts[status] > 0 || status !== "scheduled")
  const tab = (status: PostStatus | undefined, name: string, count: number) => (
    <li key={name}>
      <a
        href={storiesHref({ ...asked, status, before: undefined })}
        aria-current={asked.status === status ? "page" : undefined}
        className="flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-1 text-sm whitespace-nowrap text-ink-soft no-underline -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
      >
        {name}
        <span className="text-xs tabular-nums">{count >= mostCounted ? `${mostCounted}+` : count}</span>
      </a>
    </li>
  )

  return (
    <>
      <nav aria-label="Stories by status" className="mt-4 overflow-x-auto border-b border-rule">
        <ul className="flex gap-4">
          {tab(undefined, "All", counts.all)}
          {shown.map((status) => tab(status, statusNames[status], counts[status]))}
        </ul>
      </nav>
      <form method="get" action="/desk/posts" className="mt-4 flex flex-wrap items-end gap-3">
        {asked.status ? <input type="hidden" name="status" value={asked.status} /> : null}
        <Field
          name="q"
          type="search"
          label="Search titles"
          defaultValue={asked.q}
          className="min-w-48 grow"
        />
        {authors.length > 1 ? (
          <Select name="author" label="Author" defaultValue={asked.author ?? ""} className="min-w-40">
            <option value="">Everyone</option>
            {authors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <Button look="secondary">Show</Button>
      </form>
    </>
  )
}

function isStatus(key: string): key is PostStatus {
  return Object.hasOwn(statusNames, key)
}
