import "server-only"
import { randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import type { MediaStore } from "@/lib/media/storage/store"

/** Files in a folder of this machine. A file gets its name when all of it is on the disk. */
export class FolderStore implements MediaStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async write(name: string, file: string): Promise<void> {
    const target = path.join(this.#root, name)
    await fs.mkdir(path.dirname(target), { recursive: true })
    const draft = `${target}.${randomUUID()}.part`
    try {
      await fs.copyFile(file, draft)
      await fs.rename(draft, target)
    } finally {
      await fs.rm(draft, { force: true })
    }
  }

  async copyTo(name: string, file: string): Promise<boolean> {
    try {
      await fs.copyFile(path.join(this.#root, name), file)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false
      throw error
    }
  }

  async removeAll(prefix: string): Promise<void> {
    await fs.rm(path.join(this.#root, prefix), { recursive: true, force: true })
  }
}
