import { stopInput } from "@/lib/commenters/input"
import { readStopToken } from "@/lib/commenters/links"
import { resumeMail, stopMail } from "@/lib/commenters/mutations"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readSmallForm } from "@/lib/small-form"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/**
 * Takes the POSTs to `/comments/stop/TOKEN`. The token alone says who asks: mail programs send no cookie and no Origin
 * (RFC 8058), and get a plain answer; people go back to the page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const id = readStopToken(token)
  const form = parseForm(stopInput, await readSmallForm(request))
  const { wish, "List-Unsubscribe": oneClick } = form.ok ? form.value : {}
  if (id !== null && wish === "return") await resumeMail(id)
  else if (id !== null) await stopMail(id)
  if (oneClick !== "One-Click") {
    return seeOther(`/comments/stop/${encodeURIComponent(token)}`)
  }
  // Someone whose address was erased hears nothing more as well, so their old mails get the good answer too.
  return id === null
    ? plainAnswer("This link does not work.", 404)
    : plainAnswer("No more mail about comments goes to this address.", 200)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
