import { oneClickInput } from "@/lib/newsletter/input"
import { unsubscribe } from "@/lib/newsletter/mutations"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readToken } from "@/lib/signed-token"
import { readSmallForm } from "@/lib/small-form"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/**
 * Takes the POSTs to `/newsletter/unsubscribe/TOKEN`, which next.config.ts leads here. The token alone says who
 * asks: mail programs send no cookie and no Origin (RFC 8058), and get a plain answer; people go back to the page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const id = readToken("unsubscribe-token", token)
  const form = parseForm(oneClickInput, await readSmallForm(request))
  if (id !== null) await unsubscribe(id)
  if (!form.ok) {
    return seeOther(`/newsletter/unsubscribe/${encodeURIComponent(token)}`)
  }
  // Someone whose address was erased has left as well, so their old mails get the good answer too.
  return id === null
    ? plainAnswer("This link does not work.", 404)
    : plainAnswer("You are unsubscribed.", 200)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
