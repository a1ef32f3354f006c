import { summaryClass } from "@/components/desk/summary-class"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, Select } from "@/components/ui/field"
import type { LibraryAddress } from "@/lib/media/library-url"

type Props = { asked: LibraryAddress; uploaders: { id: number; name: string }[] }

/** What the library shows. */
export function MediaFilters({ asked, uploaders }: Props) {
  return (
    <details open={isNarrowed(asked) || undefined} className="folds-on-phone">
      <summary className={`${summaryClass} -ms-2 text-sm font-semibold`}>Search and filter</summary>
      <form method="get" action="/desk/media" className="flex flex-wrap items-end gap-3 max-md:pt-2">
        <Field name="q" type="search" label="Search" defaultValue={asked.q} className="min-w-48 grow" />
        {uploaders.length > 1 ? (
          <Select name="by" label="Added by" defaultValue={asked.by ?? ""} className="min-w-40">
            <option value="">Everyone</option>
            {uploaders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <Field name="from" type="date" label="From" defaultValue={asked.from} />
        <Field name="to" type="date" label="To" defaultValue={asked.to} />
        <div className="flex min-h-11 items-center">
          <Checkbox name="unused" label="Unused" checked={asked.unused ?? false} />
        </div>
        <Button look="secondary">Show</Button>
      </form>
    </details>
  )
}

function isNarrowed({ q, by, unused, from, to }: LibraryAddress): boolean {
  return Boolean(q || by || unused || from || to)
}
