import "server-only"
import { env } from "@/lib/env"

/** As many tags as Cloudflare takes in one request, on any of its plans. */
const tagsAtOnce = 30
const timeout = 10_000

/** Has the CDN in front of the site, if there is one that can be told, drop the files of these pictures. */
export async function purge(keys: readonly string[], signal: AbortSignal): Promise<void> {
  const { CDN_PURGE_URL: url, CDN_PURGE_TOKEN: token } = env()
  if (!url) return
  const tags = keys.map((key) => `media:${key}`)
  for (let at = 0; at < tags.length; at += tagsAtOnce) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ tags: tags.slice(at, at + tagsAtOnce) }),
      // A redirected POST would arrive as a GET, which purges nothing and may be answered 200.
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`The CDN answered ${answer.status} to a purge`)
  }
}
