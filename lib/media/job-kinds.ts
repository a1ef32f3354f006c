import { z } from "zod"
import type { JobKind } from "@/lib/jobs/types"

/** Makes a picture's sizes from what was uploaded. */
export const makeVariants: JobKind<{ id: number }> = {
  name: "media.variants",
  input: z.object({ id: z.number() }),
}

/** Removes the files of pictures that were deleted. */
export const sweepFiles: JobKind<{ keys: string[] }> = {
  name: "media.sweep",
  input: z.object({ keys: z.array(z.string()) }),
}
