import "server-only"
import path from "node:path"
import { and, eq, or } from "drizzle-orm"
import { z } from "zod"
import { database } from "@/db/client"
import { type MediaFile, media } from "@/db/schema/media"
import { transaction } from "@/db/transaction"
import { jobLane } from "@/lib/jobs/job-lane"
import { utc } from "@/lib/jobs/schedule"
import type { Job } from "@/lib/jobs/types"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import type { ImageProblem } from "@/lib/media/images/types"
import { removeFiles, variantsOf } from "@/lib/media/job-kinds"
import type { StoredMedium } from "@/lib/media/locked-medium"
import { folderName, keptBy, originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
import { orphanHours, removeOrphans, resumeUnfinished } from "@/lib/media/sweep"
import { tagsOfUses } from "@/lib/media/uses"
import { inWorkFolder, removeOldWork } from "@/lib/media/work-folder"

const retryAfter = [30, 300, 3600]

/** Another time these may not happen, as on a machine with less to do. */
const passing: readonly ImageProblem[] = ["too-slow", "crashed", "too-much-memory"]

/** Makes all sizes of a picture; again does no harm. */
const variants: Job<{ id: number }> = {
  ...variantsOf,
  retryAfter,
  async work({ id }, { signal }) {
    const [medium] = await database().select().from(media).where(eq(media.id, id))
    if (!medium) return
    const present = and(eq(media.id, id), eq(media.key, medium.key))
    try {
      const { files, problem } = await inWorkFolder((folder) => filesOf(medium, folder, signal))
      await transaction(async (tx, changed) => {
        const state = problem ? "failed" : "ready"
        const rows = await tx.update(media).set({ files, state }).where(present).returning({ id: media.id })
        if (rows.length > 0) changed(...(await tagsOfUses(tx, [id])))
      })
      if (problem && passing.includes(problem)) throw new Error(`Not all sizes were made: ${problem}`)
    } finally {
      // Taken down, replaced or deleted meanwhile.
      if ((await database().$count(media, present)) === 0)
        await mediaStore().removeAll(folderName(medium.key))
    }
  },
}

type Made = { files: MediaFile[]; problem: ImageProblem | null }

/** The sizes of a picture; where some could not be made, those that it has. */
async function filesOf(medium: StoredMedium, folder: string, signal: AbortSignal): Promise<Made> {
  const { key, originalKey, animated, files: held } = medium
  const original = path.join(folder, "original")
  if (!(await mediaStore().copyTo(originalName(originalKey), original)))
    return { files: held, problem: "not-stored" }
  const inspected = await inspectImage(original)
  signal.throwIfAborted()
  if (!inspected.ok) return { files: held, problem: inspected.problem }
  // An animation moves as WebP alone, and browsers would take the still AVIF first.
  const formats = animated ? (["webp", "jpeg"] as const) : (["avif", "webp", "jpeg"] as const)
  const source = { file: original, image: inspected.image }
  const made = await makeVariants(source, { formats: [...formats] }, folder)
  signal.throwIfAborted()
  const files = await storeVariants(key, made.variants)
  if (made.ok) return { files, problem: null }
  const again = ({ format, width }: MediaFile) =>
    files.some((file) => file.format === format && file.width === width)
  return { files: [...held.filter((file) => !again(file)), ...files], problem: made.problem }
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
