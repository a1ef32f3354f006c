import { redirect } from "next/navigation"
import { z } from "zod"
import type { Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { imageRefusal } from "@/lib/media/images/messages"
import { notReceived } from "@/lib/media/messages"
import { getMedium } from "@/lib/media/queries"
import { takeReplacement } from "@/lib/media/replace"
import { takeUpload, type Uploaded } from "@/lib/media/upload"
import { seeOther } from "@/lib/plain-answer"
import { rowNumber } from "@/lib/text/row-number"
import { refusalPage } from "./refusal-page"

export const dynamic = "force-dynamic"

/**
 * Takes pictures into the library: answers a script with a list of what became of each, and a form with the library. With
 * `picture` and `version` in the address, the file takes the place of that picture's.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await requireStaff("media.upload")
  const seen = replaced.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (seen.success) return replace(staff, seen.data, request)
  const answers = await takeUpload(staff, request).catch((error: unknown): Uploaded[] => {
    console.warn(`An upload did not arrive: ${String(error)}`)
    return [{ ok: false, filename: "", message: notReceived }]
  })
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json(await Promise.all(answers.map((answer) => described(staff, answer))))
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.message]))
  if (problems.length === 0) return seeOther("/desk/media")
  const taken = answers.flatMap((answer) => (answer.ok ? [`“${answer.filename}” is in the library.`] : []))
  return refusalPage([...problems, ...taken], { href: "/desk/media", label: "Back to the library" })
}

/** Somebody who opens the address by itself, as a browser does that goes back to it, finds the library. */
export async function GET(): Promise<never> {
  await requireStaff("media.upload")
  redirect("/desk/media")
}

/** With the picture as the library describes it, or whether another try may end better. */
async function described(staff: Staff, answer: Uploaded) {
  if (!answer.ok) {
    const passing = [notReceived, imageRefusal(answer.filename, "not-stored")]
    return { ...answer, retry: passing.includes(answer.message) }
  }
  const picture = await getMedium(staff, answer.id)
  // Deleted meanwhile.
  return picture ? { ...answer, picture } : { ok: false, message: notReceived, retry: true }
}

const replaced = z.object({ picture: rowNumber, version: rowNumber })

async function replace(staff: Staff, seen: z.output<typeof replaced>, request: Request): Promise<Response> {
  const { picture: id, version } = seen
  const problem = await takeReplacement(staff, { id, version }, request).catch((error: unknown) => {
    console.warn(`A replacement did not arrive: ${String(error)}`)
    return notReceived
  })
  const href = `/desk/media/${id}`
  return problem === null ? seeOther(href) : refusalPage([problem], { href, label: "Back to the picture" })
}
