import "server-only"
import path from "node:path"
import { env } from "@/lib/env"
import { FolderStore } from "@/lib/media/storage/folder-store"

/** Where the files of pictures lie. Names are made by `names.ts` alone. */
export type MediaStore = {
  /** Writes a whole file; one that is there already stays as it is. */
  write(name: string, file: string): Promise<void>
  /** Brings a file onto this instance's disk. False where there is none. */
  copyTo(name: string, file: string): Promise<boolean>
  /** Removes all files whose name begins with this. */
  removeAll(prefix: string): Promise<void>
}

let store: MediaStore | undefined

export function mediaStore(): MediaStore {
  store ??= new FolderStore(path.join(env().DATA_DIR, "media"))
  return store
}
