import { z } from "zod"
import type { JobKind } from "@/lib/jobs/types"

/** Makes a picture's sizes from what was uploaded. */
export const variantsOf: JobKind<{ id: number }> = {
  name: "media.variants",
  input: z.object({ id: z.number() }),
}

/** Removes from the store what no picture is kept by any more: names of `storage/names.ts`. */
export const removeFiles: JobKind<{ names: string[] }> = {
  name: "media.remove",
  input: z.object({ names: z.array(z.string()) }),
}
