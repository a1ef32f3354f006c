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

/**
 * Does work that writes up to so many bytes into a folder; the answer `full`, with nothing done, where the disk would then
 * have less left than everything else needs. What other uploads under way may still write counts too.
 */
export async function withDiskSpace<T, F>(
  { folder, bytes, full }: { folder: string; bytes: number; full: F },
  work: () => Promise<T>,
): Promise<T | F> {
  const { bavail, bsize } = await fs.statfs(folder)
  const promised = held.mastheadPromisedBytes ?? 0
  if (bavail * bsize < largestUploadForm + promised + bytes) return full
  held.mastheadPromisedBytes = promised + bytes
  try {
    return await work()
  } finally {
    held.mastheadPromisedBytes = (held.mastheadPromisedBytes ?? 0) - bytes
  }
}

// On globalThis, since Next bundles this file once for each of its layers.
const held = globalThis as { mastheadPromisedBytes?: number }
