import { redirect } from "next/navigation"
import { z } from "zod"
import type { Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { getMedium } from "@/lib/media/queries"
import { takeReplacement } from "@/lib/media/replace"
import type { Uploaded } from "@/lib/media/take-file"
import { takeUpload } from "@/lib/media/upload"
import { refusalAnswer } from "@/lib/media/upload-refusal"
import { uploadRefusalUrl } from "@/lib/media/upload-refusal-url"
import { seeOther } from "@/lib/plain-answer"
import { rowNumber } from "@/lib/text/row-number"

export const dynamic = "force-dynamic"

/**
 * Takes pictures into the library: answers a script with a list of what became of each, and a form with the library. With
 * `picture` and `version` in the address, the file takes the place of that picture's.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await requireStaff("media.upload")
  const byScript = request.headers.get("accept")?.includes("application/json")
  const seen = replaced.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (seen.success) {
    const { picture: id, version } = seen.data
    const refusal = await takeReplacement(staff, { id, version }, request)
    if (byScript) return Response.json([refusal ? refusalAnswer(refusal) : { ok: true }])
    return seeOther(refusal ? uploadRefusalUrl(`/desk/media/${id}`, [refusal]) : `/desk/media/${id}`)
  }
  const answers = await takeUpload(staff, request)
  if (byScript) return Response.json(await Promise.all(answers.map((answer) => described(staff, answer))))
  const refusals = answers.filter((answer) => !answer.ok)
  return seeOther(refusals.length > 0 ? uploadRefusalUrl("/desk/media", refusals) : "/desk/media")
}

/** Somebody who opens the address by itself, as a browser does that goes back to it, finds the library. */
export async function GET(): Promise<never> {
  await requireStaff("media.upload")
  redirect("/desk/media")
}

const replaced = z.object({ picture: rowNumber, version: rowNumber })

/** With the picture as the library describes it, or whether another try may end better. */
async function described(staff: Staff, answer: Uploaded) {
  if (!answer.ok) return refusalAnswer(answer)
  const picture = await getMedium(staff, answer.id)
  // Deleted meanwhile.
  return picture ? { ...answer, picture } : refusalAnswer({ ok: false, problem: "not-received" })
}
