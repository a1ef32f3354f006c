import { setTimeout as pause } from "node:timers/promises"
import { database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import { fetchReplyForm } from "../support/reply-form.ts"
import { multipart } from "./comments.ts"
import { signInModerators } from "./moderators.ts"
import { send } from "./wire.ts"

/** One answer that a bystander got. */
export type Visit = { what: string; status: number; ms: number }

/**
 * What people on other networks do, three times a second until it is over: a reader opens the front page, a story, and a
 * page that nobody has opened yet; somebody comments; a moderator opens the queue and approves a comment.
 */
export async function bystanders(url: string, slug: string, over: () => boolean): Promise<Visit[]> {
  const quiet = await createPost(database(), { slug: `beside-${slug}` })
  const visits: Visit[] = []
  const [moderator] = await signInModerators(url, 1)
  const form = await fetchReplyForm(`${url}/posts/${quiet.slug}`)
  const watch = async (what: string, work: () => Promise<number>) => {
    const began = performance.now()
    const status = await work().catch(() => 0)
    visits.push({ what, status, ms: performance.now() - began })
  }
  const read = (path: string, network: string) =>
    send(url + path, { headers: { "x-forwarded-for": network } }).then(({ status }) => status)

  const decide = async () => {
    let waiting: [string, string][][] = []
    await watch("the queue", async () => {
      waiting = (await moderator?.readQueue()) ?? []
      return waiting.length > 0 ? 200 : 0
    })
    await watch("a decision", async () => {
      // What others have put before the queue's head meanwhile may not be anybody's to approve.
      for (const form of waiting.slice(0, 10)) if (await moderator?.decide(form, "approve")) return 303
      return 0
    })
  }

  let round = 0
  while (!over()) {
    const network = `203.0.113.${(round % 250) + 1}`
    const words = `Approved while others crowd, ${slug} ${round}`
    await createComment(database(), { postId: quiet.id, status: "pending", body: words })
    await Promise.all([
      watch("the front page", () => read("/", network)),
      watch("a story", () => read(`/posts/${quiet.slug}`, network)),
      watch("a page nobody has opened yet", () =>
        read(`/?before=${1_600_000_000_000_000 + round}-1`, network),
      ),
      watch("a comment", () =>
        send(form.action, { method: "POST", ...multipart(form, slug, 20_000 + round) }).then(
          ({ status }) => status,
        ),
      ),
      decide(),
      watch("/healthz", () => read("/healthz", network)),
    ])
    round++
    await pause(330)
  }
  return visits
}
