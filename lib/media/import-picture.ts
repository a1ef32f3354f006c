import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { whyNotAnyMore } from "@/lib/auth/still-may"
import { fetchPublic } from "@/lib/fetch-guard/fetch-public"
import type { Network } from "@/lib/fetch-guard/network"
import { acceptedTypes, largestUpload } from "@/lib/media/limits"
import { type ImportProblem, importRefusal } from "@/lib/media/messages"
import { mayUpload } from "@/lib/media/policy"
import { NotWritten, receiveFile } from "@/lib/media/receive-files"
import { remoteName } from "@/lib/media/remote-name"
import { takeFile, type Uploaded } from "@/lib/media/take-file"
import { type RefusalAnswer, refusalAnswer } from "@/lib/media/upload-refusal"
import { inWorkFolder, withDiskSpace } from "@/lib/media/work-folder"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst, type Limit } from "@/lib/visitors/rate-limit"

/** A long photo story a few times over. */
const perHour: Limit = { name: "picture-import", max: 300, seconds: 3600 }

/** For one person on one instance; the editor asks for two at a time. */
const mostAtOnce = 4

const milliseconds = 30_000

const atWork = new Map<number, number>()

type ImportedPicture = Extract<Uploaded, { ok: true }> | RefusalAnswer

/** Fetches a picture from another site into the library, as if this person had uploaded it. */
export async function importPicture(
  staff: Staff,
  address: string,
  network?: Network,
): Promise<ImportedPicture> {
  const filename = remoteName(address)
  const refuse = (problem: ImportProblem): RefusalAnswer => ({
    ok: false,
    message: importRefusal(filename, problem),
    retry: temporary.has(problem),
  })
  if (!mayUpload(staff)) return refusalAnswer({ ok: false, problem: "not-allowed" })
  const running = atWork.get(staff.id) ?? 0
  if (running >= mostAtOnce) return refuse("busy")
  atWork.set(staff.id, running + 1)
  try {
    if (!(await countAgainst(perHour, ofRow(staff.id))).ok) return refuse("too-many")
    return await inWorkFolder(async (folder) => {
      const fetched = await withDiskSpace({ folder, bytes: largestUpload, full: null }, () =>
        fetchPublic(address, fetchOptions(filename, folder), network),
      )
      if (!fetched) return refusalAnswer({ ok: false, problem: "disk-nearly-full" })
      if (!fetched.ok) return refuse(fetched.problem)
      const problem = await whyNotAnyMore(staff, "media.upload")
      if (problem) return refusalAnswer({ ok: false, problem })
      const taken = await takeFile(staff, fetched.value)
      return taken.ok ? taken : refusalAnswer(taken)
    })
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error
    console.error(error)
    return refusalAnswer({ ok: false, problem: "not-stored", filename })
  } finally {
    const left = (atWork.get(staff.id) ?? 1) - 1
    if (left > 0) atWork.set(staff.id, left)
    else atWork.delete(staff.id)
  }
}

/** Worth another try. */
const temporary: ReadonlySet<ImportProblem> = new Set(["busy", "too-many", "too-slow", "unreachable"])

function fetchOptions(filename: string, folder: string) {
  return {
    accept: acceptedTypes,
    types: /^image\//i,
    largest: largestUpload,
    milliseconds,
    read: (body: AsyncIterable<Buffer>) => receiveFile(body, { filename, folder }),
  }
}
