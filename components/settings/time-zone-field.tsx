"use client"

import { type ComponentProps, useSyncExternalStore } from "react"
import { ZoneOptions } from "@/components/settings/zone-options"
import { Select } from "@/components/ui/field"

type Props = { zone: string; zones: string[]; hint: string; state: ComponentProps<typeof Select>["state"] }

/** Proposes the time zone of the browser, and `zone` where no script runs. */
export function TimeZoneField({ zone, zones, hint, state }: Props) {
  const proposed = useSyncExternalStore(never, browserZone, () => zone)
  const typed = state?.status === "refused" ? state.values.timeZone : undefined
  return (
    <Select
      // Made anew when the proposal is known: a select takes its default once.
      key={typed ?? proposed}
      name="timeZone"
      label="Time zone"
      hint={hint}
      defaultValue={proposed}
      state={state}
    >
      <ZoneOptions zones={[...new Set([proposed, ...zones])]} />
    </Select>
  )
}

const never = () => () => {}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
