import "server-only"
import path from "node:path"
import { env } from "@/lib/env"
import { bucketOf } from "@/lib/media/storage/bucket"
import { BucketStore } from "@/lib/media/storage/bucket-store"
import { FolderStore } from "@/lib/media/storage/folder-store"

export type StoredFile = { name: string; changedAt: Date }

/** Where the files of pictures lie. Names are made by `names.ts` alone, and each always has the same content. */
export type MediaStore = {
  /** Writes a file, of which others see all or nothing. */
  write(name: string, file: string): Promise<void>
  /** Brings a file onto this instance's disk. False where there is none. */
  copyTo(name: string, file: string): Promise<boolean>
  /** Removes the file of this name, or all that lie below it. */
  removeAll(name: string): Promise<void>
  /** All files, in no promised order. */
  list(): AsyncIterable<StoredFile>
}

let store: MediaStore | undefined

/** The bucket that the environment names, or a folder of this machine. */
export function mediaStore(): MediaStore {
  if (!store) {
    const bucket = bucketOf(env())
    const isPublic = Boolean(env().S3_PUBLIC_URL)
    store = bucket
      ? new BucketStore(bucket, { isPublic })
      : new FolderStore(path.join(env().DATA_DIR, "media"))
  }
  return store
}
