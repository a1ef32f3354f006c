"use client"

import { useHydrated } from "@/components/ui/use-hydrated"

/** Ticks every box of this name in its form; without scripts it is not there. */
export function SelectAll({ name, label }: { name: string; label: string }) {
  if (!useHydrated()) return null
  return (
    <label className="flex min-h-9 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        onChange={({ target }) => {
          for (const box of target.form?.elements ?? [])
            if (box instanceof HTMLInputElement && box.name === name) box.checked = target.checked
        }}
      />
      {label}
    </label>
  )
}
