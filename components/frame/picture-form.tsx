"use client"

import { useActionState, useRef } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { LibraryPicture } from "@/components/media/picture"
import { PictureChoice } from "@/components/media/picture-choice"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { Picture } from "@/lib/media/types"

type Props = {
  action: FormAction
  place: "logo" | "social"
  /** What it is called on its buttons. */
  name: string
  picture: Picture | null
}

/** Chooses the publication's logo, or the picture of links to it; each choice is saved at once. */
export function PictureForm({ action, place, name, picture }: Props) {
  const [state, submit] = useActionState(action, idle)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)

  function choose({ id }: { id: number }) {
    if (field.current) field.current.value = String(id)
    form.current?.requestSubmit()
  }

  return (
    <DeskForm ref={form} action={submit} className="mt-3 flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="place" value={place} />
      <input ref={field} type="text" hidden name="picture" defaultValue="" />
      {picture ? (
        <div
          className={`w-48 overflow-hidden rounded-sm border border-rule ${place === "logo" ? whole : ""}`}
        >
          <LibraryPicture picture={picture} alt={picture.alt} shape="grid" />
        </div>
      ) : null}
      {/* The field is empty unless a picture was just chosen, so that sending the form removes the one there is. */}
      <PictureChoice name={name} hasPicture={picture !== null} onChoose={choose} />
      <noscript>
        <p className="text-sm text-ink-soft">Choosing a picture needs JavaScript.</p>
      </noscript>
    </DeskForm>
  )
}

/** A logo is shown as readers get it: nothing is cut off, and nothing fills what is see-through. */
const whole =
  "p-2 [&_.picture]:aspect-auto [&_.picture]:max-h-32 [&_.picture]:bg-transparent [&_.picture]:object-contain"
