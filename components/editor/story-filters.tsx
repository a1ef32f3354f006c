import { summaryClass } from "@/components/desk/summary-class"
import { statusNames } from "@/components/editor/status-pill"
import { Button } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"
import type { PostStatus } from "@/lib/documents/post-statuses"
import { type StoriesAddress, storiesHref } from "@/lib/posts/story-list-url"

type Props = {
  asked: StoriesAddress
  counts: Record<PostStatus | "all" | "archived" | "trash", number>
  /** Counting stops here. */
  mostCounted: number
  authors: { id: number; name: string }[]
  tags: { id: number; name: string }[]
}

/** What the list shows: links for the states, a plain form for the rest. */
export function StoryFilters({ asked, counts, mostCounted, authors, tags }: Props) {
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
    <>
      <nav aria-label="Stories by status" className="mt-4 overflow-x-auto border-b border-rule">
        <ul className="flex gap-4">
          {tab({}, "All", counts.all)}
          {shown.map((status) => tab({ status }, statusNames[status], counts[status]))}
          {tab({ shelf: "archived" }, "Archived", counts.archived)}
          {tab({ shelf: "trash" }, "Trash", counts.trash)}
        </ul>
      </nav>
      <details open={isNarrowed(asked) || undefined} className="folds-on-phone mt-3 md:mt-4">
        <summary className={`${summaryClass} -ms-2 text-sm font-semibold`}>Search, filter and sort</summary>
        <form method="get" action="/desk/posts" className="flex flex-wrap items-end gap-3 max-md:pt-2">
          {asked.status ? <input type="hidden" name="status" value={asked.status} /> : null}
          {asked.shelf ? <input type="hidden" name="shelf" value={asked.shelf} /> : null}
          <Field
            name="q"
            type="search"
            label="Search titles and texts"
            defaultValue={asked.q}
            className="min-w-44 grow basis-44"
          />
          {authors.length > 1 ? (
            <Select
              name="author"
              label="Author"
              defaultValue={asked.author ?? ""}
              className="min-w-32 max-w-44"
            >
              <option value="">Everyone</option>
              {authors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : null}
          {tags.length > 0 ? (
            <Select name="tag" label="Tag" defaultValue={asked.tag ?? ""} className="min-w-24 max-w-40">
              <option value="">Any</option>
              {tags.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : null}
          <Field name="from" type="date" label="From" defaultValue={asked.from} />
          <Field name="to" type="date" label="To" defaultValue={asked.to} />
          <Select name="sort" label="Sort by" defaultValue={asked.sort ?? "saved"} className="min-w-32">
            <option value="saved">Last saved</option>
            <option value="published">Published</option>
            <option value="title">Title</option>
          </Select>
          <Button look="secondary">Show</Button>
        </form>
      </details>
    </>
  )
}

function isNarrowed({ q, author, tag, from, to, sort }: StoriesAddress): boolean {
  return [q, author, tag, from, to, sort].some((one) => one !== undefined && one !== "")
}

function isStatus(key: string): key is PostStatus {
  return Object.hasOwn(statusNames, key)
}
