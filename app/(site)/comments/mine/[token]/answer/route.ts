import { browserCookie } from "@/lib/commenters/browser-cookie"
import { eraseWord } from "@/lib/commenters/erase-word"
import { eraseEverything } from "@/lib/commenters/erasure"
import { ownInput } from "@/lib/commenters/input"
import { ownCommentsUrl, readEndedOwnToken, readOwnToken } from "@/lib/commenters/links"
import { forgetBrowsers, requestNewOwnLink } from "@/lib/commenters/mutations"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readSmallForm } from "@/lib/small-form"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/** Takes the POSTs to `/comments/mine/TOKEN`; what is wished is in the form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const named = readOwnToken(token)
  const form = parseForm(ownInput, await readSmallForm(request))
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
    const epoch = await forgetBrowsers(named)
    if (epoch === null) return seeOther(page)
    // Who asked keeps a page to stand on; all other links are over.
    return seeOther(`${ownCommentsUrl({ id: named.id, epoch }, named.until)}?ended#browsers`)
  }
  const ended = readEndedOwnToken(token)
  if (ended && wish === "renew") {
    const asked = await requestNewOwnLink(ended, await clientIpPrefix())
    return seeOther(`${page}?${asked.ok ? "mailed" : asked.reason}`)
  }
  return seeOther(page)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
