import "server-only"
import path from "node:path"
import { and, eq, or } from "drizzle-orm"
import { z } from "zod"
import { database } from "@/db/client"
import { media } from "@/db/schema/media"
import { transaction } from "@/db/transaction"
import { jobLane } from "@/lib/jobs/job-lane"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import { removeFiles, variantsOf } from "@/lib/media/job-kinds"
import type { StoredMedium } from "@/lib/media/locked-medium"
import { folderName, keptBy, originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
import { orphanHours, removeOrphans, resumeUnfinished } from "@/lib/media/sweep"
import { tagsOfUses } from "@/lib/media/uses"
import { inWorkFolder, removeOldWork } from "@/lib/media/work-folder"

const retryAfter = [30, 300, 3600]

/** Makes all sizes of a picture; again does no harm. */
const variants: Job<{ id: number }> = {
  ...variantsOf,
  retryAfter,
  async work({ id }) {
    const [medium] = await database().select().from(media).where(eq(media.id, id))
    if (!medium) return
    const files = await inWorkFolder((folder) => filesOf(medium, folder))
    const present = await transaction(async (tx, changed) => {
      const rows = await tx
        .update(media)
        .set(files ? { files, state: "ready" } : { state: "failed" })
        .where(and(eq(media.id, id), eq(media.key, medium.key)))
        .returning({ id: media.id })
      if (rows.length > 0) changed(...(await tagsOfUses(tx, [id])))
      return rows.length > 0
    })
    // Taken down, replaced or deleted meanwhile.
    if (!present) await mediaStore().removeAll(folderName(medium.key))
  },
}

async function filesOf({ key, originalKey, animated }: StoredMedium, folder: string) {
  const original = path.join(folder, "original")
  if (!(await mediaStore().copyTo(originalName(originalKey), original))) return null
  const inspected = await inspectImage(original)
  if (!inspected.ok) return null
  // An animation moves as WebP alone, and browsers would take the still AVIF first.
  const formats = animated ? (["webp", "jpeg"] as const) : (["avif", "webp", "jpeg"] as const)
  const source = { file: original, image: inspected.image }
  const made = await makeVariants(source, { formats: [...formats] }, folder)
  return made.ok ? storeVariants(key, made.variants) : null
}

const removal: Job<{ names: string[] }> = {
  ...removeFiles,
  retryAfter: [10, 60, 300, 1800, 7200, 14_400, 43_200],
  async work({ names }) {
    for (const name of names) {
      const { key = "" } = keptBy(name) ?? {}
      const kept = await database().$count(media, or(eq(media.key, key), eq(media.originalKey, key)))
      if (key && kept === 0) await mediaStore().removeAll(name)
    }
  },
}

/** Looks once a day for what no picture is kept by, and for pictures whose sizes were never made. */
export const mediaTidying: Job<unknown> = {
  name: "media.tidy",
  schedule: { cron: "41 3 * * *", timeZone: utc },
  input: z.unknown(),
  longestMinutes: 120,
  async work() {
    const before = new Date(Date.now() - orphanHours * 3_600_000)
    await resumeUnfinished()
    await removeOldWork(before)
    await removeOrphans(before)
  },
}

/** Of its own, since a photograph takes seconds. */
export const mediaLane = jobLane({ name: "pictures" }, variants as Job<unknown>)

/** Of its own, since what is taken down may not wait behind photographs. */
export const removalLane = jobLane({ name: "taking pictures down" }, removal as Job<unknown>)
