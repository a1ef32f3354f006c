"use client"

import type { ComponentProps } from "react"
import { useFormStatus } from "react-dom"
import { Button } from "@/components/ui/button"

/** A button that says so while its form is on the way, and cannot send it twice. */
export function SubmitOnce({ children, ...rest }: ComponentProps<typeof Button>) {
  const { pending, data } = useFormStatus()
  const mine = pending && (rest.name === undefined || data?.get(rest.name) === rest.value)
  return (
    <Button look="secondary" small {...rest} disabled={pending} aria-live="polite">
      {mine ? "Working…" : children}
    </Button>
  )
}
