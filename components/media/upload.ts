import { largestUpload } from "@/lib/media/limits"
import type { LibraryEntry } from "@/lib/media/queries"

/** One file on its way into the library. */
export type Upload = {
  key: number
  filename: string
  /**
   * `refused` for good; `failed` at the site, `interrupted` by the network and `stopped` by the person, and can be sent
   * again.
   */
  state: "waiting" | "sending" | "preparing" | "done" | "refused" | "failed" | "stopped" | "interrupted"
  /** From 0 to 1 while it is sent. */
  progress: number
  /** What became of it, in a sentence. */
  message: string
  /** As the library describes it, once it is there. */
  picture: LibraryEntry | null
}

/** Whether a file may still come into the library by itself or by a press of Try again. */
export function isUnderWay(state: Upload["state"]): boolean {
  return !["done", "refused", "stopped"].includes(state)
}

/** `retry` where the same file may be taken another time. */
export type UploadAnswer =
  | { ok: true; picture: LibraryEntry; twin: boolean }
  | { ok: false; message: string; retry: boolean }

/** A picture of another page, which the site fetches by itself. */
export type RemotePicture = { name: string; address: string; size: 0 }

export type UploadSource = File | RemotePicture

type Sending = { stop(): void; answer: Promise<UploadAnswer> }

/** Sends one file, or has one fetched; `onProgress` hears what part of it has left. Rejects where no answer came. */
export type Send = (source: UploadSource, onProgress: (part: number) => void) => Sending

export const largestFile = `${largestUpload >> 20} MB`
export const tooLarge = `The file is too large; ${largestFile} at most.`
