import { execFileSync } from "node:child_process"
import fs from "node:fs"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { transaction } from "@/db/transaction"
import { logAddress } from "@/lib/audit/log/filters"
import { listDeciders, listLog } from "@/lib/audit/log/queries"
import type { Staff } from "@/lib/auth/staff"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { deleteOwnComments } from "@/lib/comments/self-service/delete-own"
import { editComment } from "@/lib/comments/self-service/edit"
import { readCommentFeed } from "@/lib/comments/thread/newest"
import { getThread } from "@/lib/comments/thread/queries"
import { reportComment } from "@/lib/comments/writing/reports"
import { submitComment } from "@/lib/comments/writing/submission"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { previewBulk } from "@/lib/moderation/bulk/preview"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { readChanges } from "@/lib/moderation/live/changes"
import { queueUrl } from "@/lib/moderation/queue/input"
import { listQueue } from "@/lib/moderation/queue/queries"
import { subscribe } from "@/lib/newsletter/mutations"
import { saveTags } from "@/lib/posts/save-tags"
import { asStaff } from "../lib/comments/as-staff.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

let ana: Staff
let post: Awaited<ReturnType<typeof createPost>>

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  post = await createPost(database(), { commentMode: "hold_all" })
})

test("however many words, labels and comments people send, Postgres keeps no more statements for it", async () => {
  for (const n of [1, 2]) await everything(n)
  const first = await keptStatements()
  for (const n of [3, 5, 8, 13, 21]) await everything(n)
  expect(await keptStatements()).toEqual(first)
  expect(first.length).toBeGreaterThan(0)
})

test("a list goes into a statement as one parameter", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "lib", "db"], {
    encoding: "utf8",
  })
  const found = files.split("\n").flatMap((file) => {
    if (!file.endsWith(".ts") || !fs.existsSync(file)) return []
    const text = fs.readFileSync(file, "utf8")
    const calls = [
      ...text.matchAll(/\b(?:sql\.join\(|(?:i|notI)nArray\((?!\s*[\w.]+,\s*\[")\s*[\w.]+,\s*\w*)/g),
    ]
    return calls.map(([call]) => `${file}: ${call}`)
  })
  // What the log is about, which are five words, and queries within a query.
  expect(found).toEqual([
    "lib/audit/log/where.ts: inArray(subject, subjects",
    "lib/moderation/queue/filter.ts: inArray(comments.id, open",
    "lib/moderation/queue/filter.ts: inArray(comments.id, reported",
    "lib/moderation/queue/search.ts: inArray(comments.postId, storiesCalled",
  ])
})

/** What readers and moderators do, each with so many of whatever can be many. */
async function everything(n: number): Promise<void> {
  const words = Array.from({ length: n }, (_, at) => `word${at}`).join(" ")
  const email = `reader@${"sub.".repeat(n)}example.org`
  const above = await createComment(database(), { postId: post.id })
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      submitComment({
        comment: `${words} ${n} ${at} ${at % 2 ? "https://example.com" : ""}`,
        name: `Reader ${words}`.slice(0, 200),
        email: `${at}${email}`,
        website: at % 3 ? "" : "https://example.net",
        story: post.slug,
        replyTo: at % 2 ? above.id : null,
        leftEmpty: at === 7 ? "filled" : "",
        made: formStamp(),
        network: `192.0.${n}.${at}`,
        provedHash: null,
      }),
    ),
  )
  const ids = sent.flatMap((answer) => (answer.ok ? [answer.value.id] : []))
  expect(ids).toHaveLength(8)
  await editComment(ids[0] ?? 0, `${words} said otherwise`)
  const rows = await Promise.all(
    Array.from({ length: n }, () => createComment(database(), { postId: post.id, status: "pending" })),
  )
  const chosen = rows.map(({ id }) => id)
  await previewBulk(ana, { kind: "chosen", ids: chosen })
  const decided = await decideBulk(ana, {
    verdict: "approved",
    about: "Some comments",
    seen: rows.map(({ id, version }) => ({ id, version, standing: null })),
  })
  if (decided.ok && decided.batchId) await undoBatch(ana, decided.batchId)
  await readChanges(chosen)
  await listQueue(ana, queueUrl.parse({ words, name: words, story: words }))
  await listLog(ana, logAddress.parse({ story: words }))
  await listDeciders(ana)
  await reportComment({ commentId: above.id, reason: "spam", note: words, network: `198.51.100.${n}` })
  await getThread(post.id)
  await readCommentFeed(post.slug)
  await subscribe({ email, network: `203.0.113.${n}` })
  await transaction((tx) => saveTags(tx, post.id, words.split(" ")))
  await transaction((tx, changed) => deleteOwnComments(tx, changed, { id: ids[1] ?? 0 }))
}

/** What the connections of the pool keep, each statement once however many of them keep it. */
async function keptStatements(): Promise<string[]> {
  const pool = database().$client
  const lines = await Promise.all(Array.from({ length: pool.options.max }, () => pool.reserve()))
  try {
    const kept = await Promise.all(
      lines.map((line) =>
        line.unsafe("select statement || parameter_types::text as text from pg_prepared_statements"),
      ),
    )
    return [...new Set(kept.flat().map(({ text }) => text as string))].toSorted()
  } finally {
    for (const line of lines) line.release()
  }
}
