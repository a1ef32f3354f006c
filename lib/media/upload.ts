import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { whyNotAnyMore } from "@/lib/auth/still-may"
import type { ReceivedFile } from "@/lib/media/receive-files"
import { receiveUpload } from "@/lib/media/receive-upload"
import { takeFile, type Uploaded } from "@/lib/media/take-file"

/** Takes the pictures of a form into the library, one after the other; the answer says of each what became of it. */
export async function takeUpload(staff: Staff, request: Request): Promise<Uploaded[]> {
  // Meant for another picture's place, of which the address does not say enough.
  if (new URL(request.url).searchParams.has("picture")) return [{ ok: false, problem: "replacement-unclear" }]
  const answers = await receiveUpload(staff, request, async ({ files, more }) => {
    const taken: Uploaded[] = []
    for (const file of files) {
      const problem = await whyNotAnyMore(staff, "media.upload")
      if (problem) {
        taken.push({ ok: false, problem })
        break
      }
      taken.push(await takeFile(staff, file).catch(failed(file)))
    }
    if (more) taken.push({ ok: false, problem: "too-many-files" })
    return taken
  })
  return Array.isArray(answers) ? answers : [answers]
}

/** What came before it is in the library all the same. */
const failed =
  ({ filename }: ReceivedFile) =>
  (error: unknown): Uploaded => {
    console.error(error)
    return { ok: false, problem: "not-stored", filename }
  }
