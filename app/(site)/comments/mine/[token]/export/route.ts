import { readOwnToken } from "@/lib/commenters/links"
import { exportOwnComments } from "@/lib/commenters/own-export"
import { plainAnswer } from "@/lib/plain-answer"

type Context = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/** Everything under an address as a file; the link that was mailed there is the key. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const everything = await exportOwnComments(readOwnToken(token))
  if (!everything) return plainAnswer("This link does not work, or is over.", 404)
  return new Response(`${JSON.stringify(everything, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="my-comments.json"',
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  })
}
