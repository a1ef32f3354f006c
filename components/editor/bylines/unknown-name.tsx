import { Button } from "@/components/ui/button"
import type { NamedAuthor } from "./known-authors"

type Props = {
  name: string | null
  /** Who has the name after all, though not among those whom the page knows. */
  namesake: NamedAuthor | null
  trouble: string
  busy: boolean
  onGuest(name: string): void
  onNamesake(author: NamedAuthor): void
}

/** Says that no listed author has this name, and offers to make them a guest. */
export function UnknownName({ name, namesake, trouble, busy, onGuest, onNamesake }: Props) {
  return (
    <>
      <div role="status" className="text-sm empty:hidden">
        {name === null || namesake ? null : (
          <p className="mb-1.5">
            No listed author is called <bdi className="font-semibold">{name}</bdi>.
          </p>
        )}
        {trouble ? <p className="font-semibold text-danger">{trouble}</p> : null}
      </div>
      {namesake ? (
        <Button
          type="button"
          look="secondary"
          small
          className="self-start"
          onClick={() => onNamesake(namesake)}
        >
          Add {namesake.name}
        </Button>
      ) : null}
      {name === null ? null : (
        <Button
          type="button"
          look="secondary"
          small
          disabled={busy}
          className="self-start"
          onClick={() => onGuest(name)}
        >
          {namesake ? "Add another guest of this name" : "Add as a guest"}
        </Button>
      )}
    </>
  )
}
