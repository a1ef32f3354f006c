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
import { type ImageFacts, inspectImage, makeCrop, makeVariants } from "@/lib/media/images/images"
import type { ImageProblem, VariantFormat } from "@/lib/media/images/types"
import { removeFiles, variantsOf } from "@/lib/media/job-kinds"
import type { StoredMedium } from "@/lib/media/locked-medium"
import { purge } from "@/lib/media/purge"
import { folderName, keptBy, originalName } from "@/lib/media/storage/names"
import { mediaStore } from "@/lib/media/storage/store"
import { storeVariants } from "@/lib/media/store-variants"
import { orphanHours, removeOrphans, resumeUnfinished } from "@/lib/media/sweep"
import { tagsOfUses } from "@/lib/media/uses"
import { inWorkFolder, removeOldWork } from "@/lib/media/work-folder"

const retryAfter = [30, 300, 3600]

/** Worth another try: on a machine with less to do they may not happen. */
const temporary: readonly ImageProblem[] = ["too-slow", "crashed", "too-much-memory"]

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
      if (problem && temporary.includes(problem)) throw new Error(`Not all sizes were made: ${problem}`)
    } finally {
      // Taken down, replaced or deleted meanwhile.
      if ((await database().$count(media, present)) === 0)
        await mediaStore().removeAll(folderName(medium.key))
    }
  },
}

type Made = { files: MediaFile[]; problem: ImageProblem | null }

/** The files of a picture; where some could not be made, those that it has. One that has its sizes only gets another crop. */
async function filesOf(medium: StoredMedium, folder: string, signal: AbortSignal): Promise<Made> {
  const { key, originalKey, files: held } = medium
  const file = path.join(folder, "original")
  if (!(await mediaStore().copyTo(originalName(originalKey), file)))
    return { files: held, problem: "not-stored" }
  const inspected = await inspectImage(file)
  signal.throwIfAborted()
  if (!inspected.ok) return { files: held, problem: inspected.problem }
  const source = { file, image: inspected.image }
  // An animation moves as WebP alone, and browsers would take the still AVIF first.
  const formats: VariantFormat[] = medium.animated ? ["webp", "jpeg"] : ["avif", "webp", "jpeg"]
  const sizes = medium.state === "ready" ? none : await makeVariants(source, { formats }, folder)
  const crop = sizes.ok ? await cropOf(source, medium, folder) : none
  signal.throwIfAborted()
  const stored = await storeVariants(key, sizes.variants)
  const files = [...stored, ...(await storeVariants(key, crop.variants, { crop: true }))]
  const problem = [sizes, crop].find((made) => !made.ok)?.problem ?? null
  const complete = problem === null && sizes !== none
  return {
    files: complete ? files : [...held.filter((one) => !files.some(isSameSize(one))), ...files],
    problem,
  }
}

const none = { ok: true as const, problem: undefined, variants: [] }

const isSameSize = (one: MediaFile) => (other: MediaFile) =>
  one.crop || other.crop ? one.crop === other.crop : one.format === other.format && one.width === other.width

/** As large as other sites show the picture of a link; smaller pictures would only be blown up. */
const linked = { width: 1200, height: 630 }

async function cropOf(
  { file, image }: { file: string; image: ImageFacts },
  medium: StoredMedium,
  folder: string,
) {
  if (image.width < linked.width / 2 || image.height < linked.height / 2) return none
  const focus = { x: medium.focusX / 1000, y: medium.focusY / 1000 }
  return makeCrop(file, { ...linked, focus }, folder)
}

const removal: Job<{ names: string[] }> = {
  ...removeFiles,
  retryAfter: [10, 60, 300, 1800, 7200, 14_400, 43_200],
  async work({ names }, { signal }) {
    const purged: string[] = []
    for (const name of names) {
      const { key = "" } = keptBy(name) ?? {}
      const kept = await database().$count(media, or(eq(media.key, key), eq(media.originalKey, key)))
      if (!key || kept > 0) continue
      await mediaStore().removeAll(name)
      if (name === folderName(key)) purged.push(key)
    }
    // Not before the files are gone: the CDN could fetch them again from an instance that has not heard of it yet.
    await purge(purged, signal)
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

/** Removes what killed processes left, when an instance starts: no upload lasts as long, also none of another instance with the same folder. */
export async function removeLeftovers(): Promise<void> {
  await removeOldWork(new Date(Date.now() - 3 * 3_600_000))
}

/** Of its own, since a photograph takes seconds; a few hundred that come at once take a while, and are not overdue. */
export const mediaLane = jobLane({ name: "pictures", overdueMinutes: 30 }, variants as Job<unknown>)

/** Of its own, since what is taken down may not wait behind photographs. */
export const removalLane = jobLane({ name: "taking pictures down" }, removal as Job<unknown>)
