import "server-only"
import fs from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { cleanLine } from "@/lib/text/typed-text"
import { background } from "./fair-queue"
import { refusedAtSight } from "./file-kind"
import { imageLimits, variantQuality, variantWidths, widestVariant } from "./limits"
import { runImageTask } from "./process"
import type { ImageRefusal, VariantFormat } from "./types"

const size = z.number().int().min(1).max(imageLimits.side)
const text = z
  .string()
  .max(2000)
  .transform((raw) => cleanLine(raw).slice(0, 300).trim())
const problems = [
  "heic",
  "raw-photograph",
  "several-pages",
  "too-wide",
  "too-many-pixels",
  "too-many-frames",
] as const

// The process has read a stranger's bytes, so its answers are parsed like any other input.
const inspection = z.union([
  z.object({ problem: z.enum(problems) }),
  z.object({
    image: z.object({
      format: z.enum(["avif", "gif", "jpeg", "png", "tiff", "webp"]),
      width: size,
      height: size,
      animated: z.boolean(),
      pages: z.number().int().min(1).max(imageLimits.frames),
      hasAlpha: z.boolean(),
      color: z.string().regex(/^#[0-9a-f]{6}$/),
      credit: text,
      description: text,
    }),
  }),
])
const written = z.array(
  z.object({
    format: z.enum(["avif", "webp", "jpeg"]),
    width: size,
    height: size,
    bytes: z.number().int().min(1),
    file: z.string(),
  }),
)

export type ImageFacts = Extract<z.output<typeof inspection>, { image: unknown }>["image"]
export type ImageVariant = z.output<typeof written>[number]
/** What was complete when it failed is there. */
type Unfinished = ImageRefusal & { variants: ImageVariant[] }
type Written = {
  ok: true
  problem?: undefined
  variants: ImageVariant[]
  usage: { cpuSeconds: number; peakMegabytes: number }
}

/** Judges a file by its bytes and decodes all of it once. */
export async function inspectImage(
  file: string,
  owner = background,
): Promise<{ ok: true; image: ImageFacts } | ImageRefusal> {
  const problem = await refusedAtSight(file)
  if (problem) return { ok: false, problem }
  const task = { task: "inspect" as const, file, limits: imageLimits }
  const answer = await runImageTask(task, imageLimits.inspectMs, owner)
  if (!answer.ok) return { ok: false, problem: answer.problem }
  const read = inspection.safeParse(answer.value)
  if (!read.success) return { ok: false, problem: "broken" }
  if ("problem" in read.data) return { ok: false, problem: read.data.problem }
  return { ok: true, image: read.data.image }
}

/** Which variants to make, and for whom; all widths of the ladder and all formats unless given. */
type Wanted = { widths?: number[]; formats?: VariantFormat[]; owner?: number }

/**
 * Writes variants of an inspected file into a folder, upright, in sRGB and without metadata. An animation moves in WebP
 * only; JPEG and AVIF show its first frame. JPEG has no transparency and stands on white.
 */
export async function makeVariants(
  source: { file: string; image: Pick<ImageFacts, "width" | "height" | "animated"> },
  wanted: Wanted,
  folder: string,
): Promise<Written | Unfinished> {
  const widest = widestVariant(source.image)
  const widths = (wanted.widths ?? variantWidths(source.image)).map((width) =>
    Math.min(Math.max(1, width), widest),
  )
  const task = {
    task: "variants" as const,
    file: source.file,
    animated: source.image.animated,
    widths: [...new Set(widths)],
    formats: wanted.formats ?? ["jpeg", "webp", "avif"],
  }
  return write(task, folder, wanted.owner)
}

/** Where the subject is: shares of width and height, from the upper left corner. */
export type Focus = { x: number; y: number }

/** Cuts a JPEG of exactly this size, as large as the picture allows around its focus. */
export async function makeCrop(
  file: string,
  cut: { width: number; height: number; focus: Focus },
  folder: string,
): Promise<Written | Unfinished> {
  return write({ task: "crop", file, animated: false, ...cut }, folder)
}

type Writing = { task: "variants" | "crop"; file: string; [field: string]: unknown }

async function write(task: Writing, folder: string, owner = background): Promise<Written | Unfinished> {
  const order = { ...task, folder, limits: imageLimits, quality: variantQuality }
  const answer = await runImageTask(order, imageLimits.variantMs, owner)
  if (!answer.ok) {
    await removeDrafts(folder, answer.pid)
    return { ok: false, problem: answer.problem, variants: written.safeParse(answer.steps).data ?? [] }
  }
  const { userCPUTime, systemCPUTime, peakKilobytes } = answer.usage
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: peakKilobytes / 1024 }
  return { ok: true, variants: written.parse(answer.steps), usage }
}

/** What a process left unfinished when it ended. */
async function removeDrafts(folder: string, pid: number | undefined): Promise<void> {
  const drafts = (await fs.readdir(folder)).filter((name) => name.endsWith(`.${pid}.part`))
  await Promise.all(drafts.map((name) => fs.rm(path.join(folder, name), { force: true })))
}
