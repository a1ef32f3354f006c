import { Button } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"

type Target = { id: number; name: string; title: string; slug: string }

type Props = {
  author: number
  targets: Target[]
  /** What the names of the targets were searched for. */
  search: string
  /** Whether there are more than are offered. */
  areMore: boolean
}

/** Asks which profile another one is merged into; nothing changes before it was seen what moves. */
export function MergeTargetForm({ author, targets, search, areMore }: Props) {
  return (
    <div className="mt-3 flex max-w-md flex-col gap-5">
      {areMore || search ? (
        <form method="get" action={`/desk/authors/${author}#merge`} className="flex items-end gap-3">
          <Field name="q" type="search" label="Search names" defaultValue={search} className="min-w-0 grow" />
          <Button look="secondary">Show</Button>
        </form>
      ) : null}
      {targets.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {search ? "No other profile has that in its name." : "There is no other profile."}
        </p>
      ) : (
        <form method="get" action={`/desk/authors/${author}/merge`} className="flex flex-col gap-4">
          <Select
            name="into"
            label="Merge into"
            hint={
              areMore
                ? `These are the first ${targets.length} by name. Search to find the others.`
                : "For one person with two profiles. You see what moves before anything changes."
            }
          >
            {targets.map((target) => (
              <option key={target.id} value={target.id}>
                {target.name} ({target.title || target.slug})
              </option>
            ))}
          </Select>
          <Button look="secondary" className="self-start">
            Preview merge
          </Button>
        </form>
      )}
    </div>
  )
}
