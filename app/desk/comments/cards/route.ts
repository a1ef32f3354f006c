import { requireStaff } from "@/lib/auth/viewer"
import { cardIds } from "@/lib/moderation/queue/input"
import { listQueueItems } from "@/lib/moderation/queue/queries"

export const dynamic = "force-dynamic"

/** Comments of the queue as they are now, for cards that have heard that something changed. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("comments.moderate")
  const ids = cardIds.safeParse(new URL(request.url).searchParams.get("ids") ?? "")
  if (!ids.success) return new Response(null, { status: 400 })
  return Response.json(await listQueueItems(staff, ids.data))
}
