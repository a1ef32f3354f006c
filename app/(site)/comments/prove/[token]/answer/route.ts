import { isSameOriginForm } from "@/lib/auth/same-origin-form"
import { browserCookie } from "@/lib/commenters/browser-cookie"
import { verificationInput } from "@/lib/commenters/input"
import { readVerificationToken } from "@/lib/commenters/links"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readSmallForm } from "@/lib/small-form"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/**
 * Takes the POSTs to `/comments/prove/TOKEN`, which next.config.ts leads here. The token says who asks, also from a
 * mail program without an origin; but only a form of our own page makes the browser remembered, or another site could
 * plant its maker's proof in it.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const link = readVerificationToken(token)
  const form = parseForm(verificationInput, await readSmallForm(request))
  const back = seeOther(`/comments/prove/${encodeURIComponent(token)}`)
  if (link === null || !form.ok) return back
  const { answer: said, version, remember } = form.value
  const { commentId: id, epoch } = link
  if (said === "no") {
    await disownComment(id, epoch)
    return back
  }
  // Words that were changed since the page was opened are shown first.
  const proved = await verifyComment(id, { seen: version, epoch })
  if (!proved.ok) return back
  const answer = seeOther(ownCommentUrl(id))
  if (remember === "on" && isSameOriginForm(request.headers)) {
    answer.headers.append("set-cookie", browserCookie(proved.commenter))
  }
  return answer
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
