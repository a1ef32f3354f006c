import "server-only"
import { isRenderedFor } from "@/lib/auth/input"
import type { Staff } from "@/lib/auth/staff"
import { largestUploadForm } from "@/lib/media/limits"
import { NotWritten, type Received, receiveFiles } from "@/lib/media/receive-files"
import type { UploadRefusal } from "@/lib/media/upload-refusal"
import { inWorkFolder, withDiskSpace } from "@/lib/media/work-folder"

type Answer<T> = T | UploadRefusal

/** Reads the form of an upload and hands its files over, which lie on the disk until `take` has ended. */
export function receiveUpload<T>(
  staff: Staff,
  request: Request,
  take: (received: Received) => Promise<T>,
): Promise<Answer<T>> {
  const full: UploadRefusal = { ok: false, problem: "disk-nearly-full" }
  return inWorkFolder((folder) =>
    withDiskSpace({ folder, bytes: sizeOf(request), full }, async (): Promise<Answer<T>> => {
      const received = await receiveFiles(request, folder).catch(notReceived)
      if ("problem" in received) return received
      // The field follows the files, so it is known only now.
      if (!isRenderedFor(staff, received.fields)) return { ok: false, problem: "another-person" }
      return take(received)
    }),
  )
}

/** What a request says of its own length; one that says nothing may have the largest. The edge lets no more through. */
function sizeOf(request: Request): number {
  const said = Number(request.headers.get("content-length") ?? Number.NaN)
  return said > 0 ? Math.min(said, largestUploadForm) : largestUploadForm
}

function notReceived(error: unknown): UploadRefusal {
  if (error instanceof NotWritten) {
    console.error(error)
    return { ok: false, problem: "not-stored", filename: error.filename }
  }
  console.warn(`An upload did not arrive: ${String(error)}`)
  return { ok: false, problem: "not-received" }
}
