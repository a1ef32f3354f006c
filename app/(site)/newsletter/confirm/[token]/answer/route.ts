import { confirmSubscription } from "@/lib/newsletter/mutations"
import { plainAnswer, seeOther } from "@/lib/plain-answer"
import { readToken } from "@/lib/signed-token"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/**
 * Takes the POSTs to `/newsletter/confirm/TOKEN`. No server action: pages opened out of a mail program may have
 * no origin of their own, which Next refuses, and the token is proof enough of who asks.
 */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const id = readToken("confirm-token", token)
  if (id !== null) await confirmSubscription(id)
  return seeOther(`/newsletter/confirm/${encodeURIComponent(token)}?thanks`)
}

/** No link leads here. */
export function GET(): Response {
  return plainAnswer("Not found.", 404)
}
