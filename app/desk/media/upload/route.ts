import { requireStaff } from "@/lib/auth/viewer"
import { notReceived } from "@/lib/media/messages"
import { takeUpload, type Uploaded } from "@/lib/media/upload"
import { plainAnswer, seeOther } from "@/lib/plain-answer"

export const dynamic = "force-dynamic"

/** Takes pictures into the library: answers a script with a list of what became of each, and a form with the library. */
export async function POST(request: Request): Promise<Response> {
  const staff = await requireStaff("media.upload")
  const answers = await takeUpload(staff, request).catch((error: unknown): Uploaded[] => {
    console.warn(`An upload did not arrive: ${String(error)}`)
    return [{ ok: false, filename: "", message: notReceived }]
  })
  if (request.headers.get("accept")?.includes("application/json")) return Response.json(answers)
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.message]))
  return problems.length > 0 ? plainAnswer(problems.join("\n"), 422) : seeOther("/desk/media")
}
