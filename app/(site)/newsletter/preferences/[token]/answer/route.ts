import { preferencesInput } from "@/lib/newsletter/input"
import { eraseSubscriber, resubscribe } from "@/lib/newsletter/mutations"
import { parseForm } from "@/lib/parse-form"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readToken } from "@/lib/signed-token"
import { readSmallForm } from "@/lib/small-form"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/** Takes the POSTs to `/newsletter/preferences/TOKEN`; the button pressed is in the form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const id = readToken("preferences-token", token)
  const form = parseForm(preferencesInput, await readSmallForm(request))
  const wish = form.ok ? form.value.wish : null
  if (id !== null && wish === "erase") {
    await eraseSubscriber(id)
    return seeOther("/newsletter/erased")
  }
  if (id !== null && wish === "return") await resubscribe(id)
  return seeOther(`/newsletter/preferences/${encodeURIComponent(token)}`)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
