import "server-only"
import { randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { env } from "@/lib/env"

/** Where files lie while they arrive or are worked on, on this instance's disk. */
export const workFolder = () => path.join(env().DATA_DIR, "media", "work")

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
