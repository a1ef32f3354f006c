"use client"

import { useState } from "react"
import { AccentPreview } from "@/components/settings/accent-preview"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { useEarlyValue } from "@/components/ui/use-early-value"
import type { FormState } from "@/lib/form-state"
import { accentShades, defaultAccent } from "@/lib/settings/accent"

/** The accent colour, with what readers get of it by day and by night. */
export function AccentField({ accent, state }: { accent: string; state: FormState }) {
  const typed = state.status === "refused" ? state.values.accent : undefined
  const begun = isColor(typed) ? typed : accent
  const [color, setColor] = useState(begun)
  const follow = ({ value }: HTMLInputElement) => isColor(value) && setColor(value)
  const field = useEarlyValue(follow)
  return (
    <div className="flex flex-col gap-3">
      <Field
        name="accent"
        label="Accent colour"
        hint={`For links, tags and buttons. Each scheme gets the nearest shade that can be read. The first one was ${defaultAccent}.`}
        type="color"
        defaultValue={accent}
        state={state}
        ref={field}
        onChange={({ target }) => follow(target)}
        className="max-w-xs [&_input]:max-w-24 [&_input]:p-1"
      />
      {color === defaultAccent ? null : (
        <div>
          <Button
            type="button"
            look="quiet"
            small
            onClick={() => {
              if (field.current) field.current.value = defaultAccent
              setColor(defaultAccent)
            }}
          >
            Back to the first colour
          </Button>
        </div>
      )}
      <AccentPreview shades={accentShades(color)} />
    </div>
  )
}

function isColor(text: string | undefined): text is string {
  return /^#[0-9a-f]{6}$/.test(text ?? "")
}
