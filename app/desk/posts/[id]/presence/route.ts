import { notFound } from "next/navigation"
import { requireSender, requireStaff } from "@/lib/auth/viewer"
import { parseForm } from "@/lib/parse-form"
import { presenceInput } from "@/lib/posts/presence/input"
import { endPresence, renewPresence } from "@/lib/posts/presence/mutations"
import { listPresence } from "@/lib/posts/presence/queries"
import { readSmallForm } from "@/lib/small-form"
import { rowNumber } from "@/lib/text/row-number"

export const dynamic = "force-dynamic"

type Context = { params: Promise<{ id: string }> }

/**
 * An open page says that it is open, or that it is left, and hears who else has the story open. No server action: those of
 * a page wait for each other, and a browser sends none as a page is closed.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const form = await readSmallForm(request)
  const staff = await requireSender(form, "posts.write-own")
  const post = rowNumber.safeParse((await params).id)
  const input = parseForm(presenceInput, form)
  if (!staff || !post.success || !input.ok) return new Response(null, { status: 400 })
  const { intent, tab, typed } = input.value
  if (intent === "leave") {
    await endPresence(staff, { post: post.data, tab })
    return new Response(null, { status: 204 })
  }
  if (!(await renewPresence(staff, { post: post.data, tab, typed })))
    return new Response(null, { status: 404 })
  return Response.json(await listPresence(staff, post.data, tab))
}

/** Who has the story open. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const staff = await requireStaff("posts.write-own")
  const post = rowNumber.safeParse((await params).id)
  const found = post.success ? await listPresence(staff, post.data) : null
  if (!found) notFound()
  return Response.json(found)
}
