import type { ComponentProps } from "react"
import { acceptedTypes } from "@/lib/media/limits"

/** Chooses pictures of this device. */
export function FileField({ label, ...rest }: { label: string } & ComponentProps<"input">) {
  return (
    <label className="flex flex-col gap-1.5 font-ui text-sm font-semibold">
      {label}
      <input
        type="file"
        name="file"
        required
        accept={acceptedTypes}
        className="min-h-11 max-w-full font-normal file:me-3 file:min-h-9 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-transparent file:px-3 file:font-semibold"
        {...rest}
      />
    </label>
  )
}
