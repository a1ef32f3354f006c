import { Fragment } from "react"
import { Button } from "@/components/ui/button"

type Props = { names: readonly string[]; onKeep: () => void }

/** Says what was put in place of other tags, and brings them back. */
export function ReplacedTags({ names, onKeep }: Props) {
  return (
    <div role="status" className="contents">
      {names.length === 0 ? null : (
        <p className="flex flex-wrap items-baseline gap-x-2 font-ui text-sm text-ink-soft">
          <span>
            Replaced <TagNames names={names} />.
          </span>
          <Button
            type="button"
            look="quiet"
            small
            // The line keeps the focus and what is typed in it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onKeep}
          >
            Keep all
          </Button>
        </p>
      )}
    </div>
  )
}

/** Each by itself, since one of them may run from right to left. */
function TagNames({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <Fragment key={name}>
      {at > 0 ? ", " : null}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}
