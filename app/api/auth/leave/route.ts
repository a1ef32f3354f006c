import { ownCookieHeader } from "@/lib/auth/own-cookie"
import { isSameOriginForm } from "@/lib/auth/same-origin-form"
import { decodeSession, sessionCookie, sessionCookieName } from "@/lib/auth/session-cookie"
import { endSession } from "@/lib/auth/sessions"

/**
 * "Sign out": a route and no server action, since only a route can send Clear-Site-Data. The row ends first,
 * so the cookie is worthless also where it was copied to.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOriginForm(request.headers))
    return new Response("This form was sent from another site.", { status: 403 })
  const cookies = request.headers.get("cookie") ?? ""
  const name = sessionCookieName()
  const value = cookies.split(/; */).find((pair) => pair.startsWith(`${name}=`))
  const sessionId = await decodeSession(value?.slice(name.length + 1))
  if (sessionId) await endSession(sessionId)
  return new Response(null, {
    status: 303,
    headers: {
      Location: "/sign-in?left=1",
      "Set-Cookie": ownCookieHeader(sessionCookie, null),
      // Not "cookies": the browser stays known to the limits on guessing.
      "Clear-Site-Data": '"cache", "storage"',
      "Cache-Control": "no-store",
    },
  })
}
