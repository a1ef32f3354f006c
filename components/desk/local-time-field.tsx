"use client"

import { type ReactNode, useEffect, useState } from "react"
import { useTimeZone } from "@/components/desk/time-zone"
import { Field, Select } from "@/components/ui/field"
import { useEarlyValue } from "@/components/ui/use-early-value"
import type { FormState } from "@/lib/form-state"
import { momentsOf } from "@/lib/text/local-moment"
import { utcOffset } from "@/lib/text/time-zone"

type Props = {
  name: string
  label: string
  hint?: ReactNode
  defaultValue: string
  /** Which of two it is, where the clocks show it twice. */
  defaultTurn?: "first" | "second" | undefined
  state: FormState
}

/** A day and a time by the clocks of the publication; of a time that comes twice it asks which one is meant. */
export function LocalTimeField({ name, label, hint, defaultValue, defaultTurn, state }: Props) {
  const timeZone = useTimeZone()
  const error = state.status === "refused" ? state.errors[name] : undefined
  const typed = state.status === "refused" ? state.values[name] : undefined
  const [local, setLocal] = useState(typed ?? defaultValue)
  const field = useEarlyValue<HTMLInputElement>(({ value }) => setLocal(value))
  // A kept text is put into the field without an event.
  useEffect(() => {
    if (error && field.current) setLocal(field.current.value)
  }, [error, field])
  const [first, second] = momentsOf(local, timeZone) ?? []
  return (
    <div className="flex flex-col gap-3">
      <Field
        name={name}
        label={label}
        hint={
          <>
            {hint} By the clocks of {timeZone.replaceAll("_", " ")}.
          </>
        }
        ref={field}
        type="datetime-local"
        defaultValue={defaultValue}
        state={state}
        onInput={({ currentTarget }) => setLocal(currentTarget.value)}
      />
      {first && second ? (
        <Select
          name={`${name}Turn`}
          label="Which of the two"
          hint="The clocks go back then, so this time comes twice."
          defaultValue={defaultTurn ?? ""}
          state={state}
        >
          <option value="">Choose one</option>
          <option value="first">The first, at {utcOffset(first, timeZone)}</option>
          <option value="second">The second, at {utcOffset(second, timeZone)}</option>
        </Select>
      ) : null}
    </div>
  )
}
