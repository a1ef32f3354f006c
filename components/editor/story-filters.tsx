import { summaryClass } from "@/components/desk/summary-class"
import { StatusTabs, type TabsProps } from "@/components/editor/status-tabs"
import { Button } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"
import type { StoriesAddress } from "@/lib/posts/story-list-url"

type Props = TabsProps & {
  authors: { id: number; name: string }[]
  tags: { id: number; name: string }[]
}

/** What the list shows: links for the states, a plain form for the rest. */
export function StoryFilters({ asked, counts, mostCounted, authors, tags }: Props) {
  return (
    <>
      <StatusTabs {...{ asked, counts, mostCounted }} />
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
