import "server-only"
import { randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import type { MediaStore, StoredFile } from "@/lib/media/storage/store"

/** Files in a folder of this machine. A file gets its name when all of it is on the disk. */
export class FolderStore implements MediaStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async write(name: string, file: string): Promise<void> {
    const target = path.join(this.#root, name)
    const draft = path.join(this.#root, "work", randomUUID())
    await fs.mkdir(path.dirname(draft), { recursive: true, mode: 0o700 })
    await fs.mkdir(path.dirname(target), { recursive: true })
    try {
      await fs.copyFile(file, draft)
      await fs.rename(draft, target)
    } finally {
      await fs.rm(draft, { force: true })
    }
  }

  async copyTo(name: string, file: string): Promise<boolean> {
    return (await unlessMissing(fs.copyFile(path.join(this.#root, name), file))) !== null
  }

  async removeAll(name: string): Promise<void> {
    await fs.rm(path.join(this.#root, name), { recursive: true, force: true })
  }

  async *list(): AsyncGenerator<StoredFile> {
    yield* this.#list("files")
    yield* this.#list("originals")
  }

  async *#list(folder: string): AsyncGenerator<StoredFile> {
    const entries = await unlessMissing(fs.opendir(path.join(this.#root, folder)))
    for await (const entry of entries ?? []) {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) yield* this.#list(name)
      const stats = entry.isFile() ? await unlessMissing(fs.stat(path.join(this.#root, name))) : null
      if (stats) yield { name, changedAt: stats.mtime }
    }
  }
}

/** Null where the file is not there, or no longer. */
async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
}
