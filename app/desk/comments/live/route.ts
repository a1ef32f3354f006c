import { requireStaff } from "@/lib/auth/viewer"
import { newsStream } from "@/lib/moderation/live/stream"
import { countQueues } from "@/lib/moderation/queue/counts"

export const dynamic = "force-dynamic"

/**
 * What happens in the queue, as server-sent events (HTML Living Standard, 9.2) for whoever has it open; the counts
 * alone for any other GET.
 */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("comments.moderate")
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    return Response.json({ counts: await countQueues(staff) })
  }
  // A browser whose connection was cut says what it heard last, and asks for the same address.
  const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since") ?? ""
  const since = /^\d{1,15}$/.test(asked) ? Number(asked) : null
  return new Response(newsStream(staff, since, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Compressed, the words would wait in the compressor for more of them.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  })
}
