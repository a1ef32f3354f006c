import "server-only"
import { randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { env } from "@/lib/env"
import { largestUploadForm } from "@/lib/media/limits"

/** Where files lie while they arrive or are worked on, on this instance's disk. */
const workFolder = () => path.join(env().DATA_DIR, "media", "work")

/** Gives work a folder of its own, and removes it afterwards. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(workFolder(), randomUUID())
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return await work(folder)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** Removes what processes left behind that were killed. */
export async function removeOldWork(before: Date): Promise<void> {
  const names = await fs.readdir(workFolder()).catch(() => [])
  for (const name of names) {
    const at = path.join(workFolder(), name)
    const stats = await fs.stat(at).catch(() => null)
    if (stats && stats.mtime < before) await fs.rm(at, { recursive: true, force: true })
  }
}

/** Whether a disk has so little space left that an upload could take it from everything else. */
export async function isNearlyFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await fs.statfs(folder)
  return bavail * bsize < 2 * largestUploadForm
}
