import "server-only"
import { isRenderedFor } from "@/lib/auth/input"
import type { Staff } from "@/lib/auth/staff"
import { NotWritten, type Received, receiveFiles } from "@/lib/media/receive-files"
import type { UploadRefusal } from "@/lib/media/upload-refusal"
import { inWorkFolder, isNearlyFull } from "@/lib/media/work-folder"

type Answer<T> = T | UploadRefusal

/** Reads the form of an upload and hands its files over, which lie on the disk until `take` has ended. */
export function receiveUpload<T>(
  staff: Staff,
  request: Request,
  take: (received: Received) => Promise<T>,
): Promise<Answer<T>> {
  return inWorkFolder(async (folder): Promise<Answer<T>> => {
    if (await isNearlyFull(folder)) return { ok: false, problem: "disk-nearly-full" }
    const received = await receiveFiles(request, folder).catch(notReceived)
    if ("problem" in received) return received
    // The field follows the files, so it is known only now.
    if (!isRenderedFor(staff, received.fields)) return { ok: false, problem: "another-person" }
    return take(received)
  })
}

function notReceived(error: unknown): UploadRefusal {
  if (error instanceof NotWritten) {
    console.error(error)
    return { ok: false, problem: "not-stored", filename: error.filename }
  }
  console.warn(`An upload did not arrive: ${String(error)}`)
  return { ok: false, problem: "not-received" }
}
