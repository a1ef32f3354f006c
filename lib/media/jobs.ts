import "server-only"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { media } from "@/db/schema/media"
import { transaction } from "@/db/transaction"
import { jobLane } from "@/lib/jobs/job-lane"
import type { Job } from "@/lib/jobs/types"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import { makeVariants as makeVariantsKind, sweepFiles } from "@/lib/media/job-kinds"
import { originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
import { removeFiles } from "@/lib/media/upload"
import { tagsOfUses } from "@/lib/media/uses"
import { inWorkFolder } from "@/lib/media/work-folder"

const retryAfter = [30, 300, 3600]

/** Makes all sizes of a picture; again does no harm. */
const variants: Job<{ id: number }> = {
  ...makeVariantsKind,
  retryAfter,
  async work({ id }) {
    const [medium] = await database().select().from(media).where(eq(media.id, id))
    if (!medium) return
    const files = await inWorkFolder(async (folder) => {
      const original = path.join(folder, "original")
      if (!(await mediaStore().copyTo(originalName(medium.key), original))) return null
      const inspected = await inspectImage(original)
      if (!inspected.ok) return null
      // An animation moves as WebP alone, and browsers would take the still AVIF first.
      const formats = medium.animated ? (["webp", "jpeg"] as const) : (["avif", "webp", "jpeg"] as const)
      const made = await makeVariants(
        { file: original, image: inspected.image },
        { formats: [...formats] },
        folder,
      )
      return made.ok ? storeVariants(medium.key, made.variants) : null
    })
    await transaction(async (tx, changed) => {
      await tx
        .update(media)
        .set(files ? { files, state: "ready" } : { state: "failed" })
        .where(eq(media.id, id))
      changed(...(await tagsOfUses(tx, [id])))
    })
  },
}

const sweep: Job<{ keys: string[] }> = {
  ...sweepFiles,
  retryAfter,
  async work({ keys }) {
    for (const key of keys) {
      const kept = await database().$count(media, sql`${media.key} = ${key}`)
      if (kept === 0) await removeFiles(key)
    }
  },
}

/** Of its own, since a photograph takes seconds. */
export const mediaLane = jobLane({ name: "pictures" }, variants as Job<unknown>, sweep as Job<unknown>)
