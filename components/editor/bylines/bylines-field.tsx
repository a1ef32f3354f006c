import { useId } from "react"
import { Button } from "@/components/ui/button"
import { mostBylines } from "@/lib/posts/bylines"
import { AddByline, type GuestAnswer } from "./add-byline"
import { BylineList } from "./byline-list"
import { added, type Entry } from "./entries"
import type { KnownAuthor } from "./known-authors"
import { type Kept, useEntries } from "./use-entries"

/** What the person may choose from. */
export type BylineChoice = {
  known: KnownAuthor[]
  /** Their own byline; without a number while they have none. */
  own: { id: number | null; name: string }
  /** Whether they place everybody, or themselves alone. */
  mayChooseAll: boolean
  /** Whether they have the story by their name on it alone, which then stays. */
  staysNamed: boolean
}

type Props = {
  value: string
  choice: BylineChoice
  error?: string
  makeGuest: (form: FormData) => Promise<GuestAnswer>
}

/** Who is credited on the story, in order, and for which part. */
export function BylinesField({ value, choice, error, makeGuest }: Props) {
  const { entries, field, list, change, said } = useEntries(value)
  const errorId = useId()
  const { own, mayChooseAll, staysNamed, known } = choice
  const isOwn = (entry: Entry) => entry.id === own.id
  const full = entries.length >= mostBylines
  const lacksOwn = !entries.some(isOwn)
  const keepsOwn = staysNamed && entries.filter(isOwn).length === 1

  function add(author: Pick<Entry, "id" | "name">, keep?: Kept): string | undefined {
    const more = added(entries, author)
    if (!more) return `${author.name} is named for every part already.`
    change(more.entries, more.said, keep)
  }

  return (
    <fieldset
      className="min-w-0"
      data-invalid={error ? true : undefined}
      tabIndex={error ? -1 : undefined}
      aria-describedby={error ? errorId : undefined}
    >
      <legend className="mb-1 font-ui text-sm font-semibold">Authors</legend>
      {/* Not of the type "hidden": of that React resets the value to the default one whenever it renders. */}
      <input ref={field} type="text" hidden name="bylines" defaultValue={value} />
      {/* What is chosen in here is no change of the story until the field above has it. */}
      <div onInput={(event) => event.stopPropagation()}>
        <BylineList {...{ entries, list, change, mayChooseAll, isOwn, keepsOwn }} />
        <p role="status" className="sr-only">
          {said}
        </p>
        {error ? (
          <p id={errorId} className="mt-1.5 text-sm font-semibold text-danger">
            {error}
          </p>
        ) : null}
        <div className="mt-3 flex flex-col gap-2">
          {mayChooseAll && !full ? <AddByline known={known} makeGuest={makeGuest} onAdd={add} /> : null}
          {lacksOwn && !full ? (
            <Button
              type="button"
              look="quiet"
              small
              flush
              className="self-start"
              data-control="self"
              onClick={() => add(own, { at: entries.length, control: "part" })}
            >
              Add yourself
            </Button>
          ) : null}
        </div>
      </div>
    </fieldset>
  )
}
