"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { FocusField } from "@/components/media/focus-field"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import { mediaLimits } from "@/lib/media/limits"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  picture: LibraryEntry
  action: FormAction
  /** Why this person may not change it, in a sentence. */
  locked: string | null
}

/** What is kept with a picture. */
export function DetailsForm({ picture, action, locked }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="grid gap-6 lg:grid-cols-2">
      <FocusField picture={picture} state={state} disabled={locked !== null} />
      <fieldset disabled={locked !== null} className="flex flex-col gap-4">
        <legend className="sr-only">What is said of it</legend>
        <FormMessage state={state} />
        <input type="hidden" name="id" value={picture.id} />
        <input type="hidden" name="version" value={picture.version} />
        <TextArea
          name="alt"
          label="Alt text"
          hint="Describe the picture for people who cannot see it."
          rows={3}
          defaultValue={picture.alt}
          maxLength={mediaLimits.alt}
          state={state}
        />
        <Checkbox
          name="decorative"
          label="Decorative"
          hint="It adds nothing to the text, so it needs no alt text."
          checked={picture.decorative}
          state={state}
        />
        <TextArea
          name="caption"
          label="Caption"
          rows={2}
          defaultValue={picture.caption}
          maxLength={mediaLimits.caption}
          state={state}
        />
        <Field
          name="credit"
          label="Credit"
          hint="Who made it, as in “Photograph: Ada Obi”. Shown under the picture."
          defaultValue={picture.credit}
          maxLength={mediaLimits.credit}
          state={state}
        />
        <Field
          name="licence"
          label="Licence"
          hint="The terms of use. Only staff see this."
          defaultValue={picture.licence}
          maxLength={mediaLimits.licence}
          state={state}
        />
        {locked === null ? (
          <div>
            <Button>Save</Button>
          </div>
        ) : (
          <p className="text-sm text-ink-soft">{locked}</p>
        )}
      </fieldset>
    </DeskForm>
  )
}
