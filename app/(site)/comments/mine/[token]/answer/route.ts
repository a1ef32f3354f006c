import { browserCookie } from "@/lib/commenters/browser-cookie"
import { eraseWord } from "@/lib/commenters/erase-word"
import { eraseEverything } from "@/lib/commenters/erasure"
import { mineInput } from "@/lib/commenters/input"
import { minePage, readEndedMineToken, readMineToken } from "@/lib/commenters/links"
import { askForNewLink, endEverywhere } from "@/lib/commenters/mutations"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readSmallForm } from "@/lib/small-form"
import { clientNetwork } from "@/lib/visitors/request-origin"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/** Takes the POSTs to `/comments/mine/TOKEN`; what is wished is in the form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const named = readMineToken(token)
  const form = parseForm(mineInput, await readSmallForm(request))
  const page = `/comments/mine/${encodeURIComponent(token)}`
  if (!form.ok) return seeOther(page)
  const { wish, confirm } = form.value
  if (named && wish === "erase") {
    if (confirm.trim().toUpperCase() !== eraseWord) return seeOther(`${page}?again#erase`)
    await eraseEverything(named)
    const answer = seeOther("/comments/erased")
    answer.headers.append("set-cookie", browserCookie(null))
    return answer
  }
  if (named && wish === "end") {
    const epoch = await endEverywhere(named)
    if (epoch === null) return seeOther(page)
    // Who asked keeps a page to stand on; all other links are over.
    return seeOther(`${minePage({ id: named.id, epoch }, named.until)}?ended#browsers`)
  }
  const ended = readEndedMineToken(token)
  if (ended && wish === "renew") {
    const asked = await askForNewLink(ended, await clientNetwork())
    return seeOther(`${page}?${asked.ok ? "mailed" : asked.reason}`)
  }
  return seeOther(page)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
