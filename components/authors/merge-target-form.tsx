import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"

type Target = { id: number; name: string; title: string; slug: string }

/** Asks which profile another one is merged into; nothing changes before it was seen what moves. */
export function MergeTargetForm({ author, targets }: { author: number; targets: Target[] }) {
  if (targets.length === 0) return <p className="mt-2 text-sm text-ink-soft">There is no other profile.</p>
  return (
    <form method="get" action={`/desk/authors/${author}/merge`} className="mt-3 flex max-w-md flex-col gap-4">
      <Select
        name="into"
        label="Merge into"
        hint="For one person with two profiles. You see what moves before anything does."
      >
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {target.name} ({target.title || target.slug})
          </option>
        ))}
      </Select>
      <Button look="secondary" className="self-start">
        Show what moves
      </Button>
    </form>
  )
}
