"use client"

import { useId, useState } from "react"
import { LibraryPicture } from "@/components/media/picture"
import { PictureChoice } from "@/components/media/picture-choice"
import { useHydrated } from "@/components/ui/use-hydrated"
import type { FormState } from "@/lib/form-state"
import type { Picture } from "@/lib/media/types"

/** A picture that can be chosen without the picker. */
export type Choice = { id: number; label: string }

type Props = {
  portrait: { id: number | null; picture: Picture | null }
  /** The newest pictures of the library. */
  choices: Choice[]
  state: FormState
}

/** An author's portrait, from the library: by the picker, and without scripts from a list. */
export function PortraitField({ portrait, choices, state }: Props) {
  const typed = state.status === "refused" ? state.values.portrait : undefined
  const [chosen, setChosen] = useState(portrait)
  // Without scripts the list stands there, and only one of the two may carry the name.
  const isHydrated = useHydrated()
  const id = useId()
  const error = state.status === "refused" ? state.errors.portrait : undefined
  const listed = choices.some((one) => one.id === portrait.id) || portrait.id === null

  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={error ? `${id}error` : undefined}>
      <legend className="mb-1.5 font-ui text-sm font-semibold">Portrait</legend>
      {chosen.picture ? (
        <div className="size-24 overflow-hidden rounded-full [&_.picture]:aspect-square">
          <LibraryPicture picture={chosen.picture} alt={chosen.picture.alt} shape="portrait" />
        </div>
      ) : null}
      {isHydrated ? (
        <>
          <input type="hidden" name="portrait" value={chosen.id ?? ""} data-saved={portrait.id ?? ""} />
          <PictureChoice
            name="portrait"
            hasPicture={chosen.id !== null}
            onChoose={(picture) => setChosen({ id: picture.id, picture })}
            onRemove={() => setChosen({ id: null, picture: null })}
          />
        </>
      ) : (
        <select
          name="portrait"
          aria-label="Portrait"
          defaultValue={typed ?? portrait.id ?? ""}
          className="min-h-11 rounded-sm border border-edge bg-field px-3 py-2 text-base"
        >
          <option value="">None</option>
          {listed ? null : <option value={portrait.id ?? ""}>The present one</option>}
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {error ? (
        <p id={`${id}error`} data-invalid tabIndex={-1} className="text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
