import { asc, desc, eq, ne, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { authors } from "../../../db/schema/authors.ts"
import { corrections } from "../../../db/schema/corrections.ts"
import { posts } from "../../../db/schema/posts.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { addCorrection, removeCorrection } from "../../../lib/corrections/mutations.ts"
import { publishDue } from "../../../lib/posts/dates/go-live.ts"
import { setDate, setNotice } from "../../../lib/posts/dates/mutations.ts"
import { parsePost } from "../../../lib/posts/input.ts"
import { createDraft, publishPost, saveDraft, schedulePost } from "../../../lib/posts/mutations.ts"
import { unpublishPost } from "../../../lib/posts/withdrawal/mutations.ts"
import type { Mutation } from "./mutation.ts"

/** What editors do with stories. */
export const storyMutations: Record<string, Mutation> = {
  "a story is published": ({ ana }, n) => publishNew(ana, n),
  "a draft is saved": ({ ana }, n) => draft(ana, n),
  "a story is withdrawn": ({ ana }, n) => withdraw(ana, n),
  "a withdrawn story is published again": ({ ana }, n) => write(ana, n, {}, "withdrawn"),
  "a story has another title": ({ ana }, n) => write(ana, n, { title: `Another title, number ${n}` }),
  "a story has other words": ({ ana }, n) => write(ana, n, { body: documentOf(`Other words, ${n}.`) }),
  "a story has other tags": ({ ana }, n) => write(ana, n, { tags: `Tag ${n % 5}, Tag ${(n + 1) % 5}` }),
  "a story has another author": async ({ ana }, n) => {
    // The canary's bio is another one at each look.
    const others = ne(authors.slug, "canary")
    const rows = await database().select().from(authors).where(others).orderBy(asc(authors.id))
    await write(ana, n, { bylines: by(rows[n % rows.length]?.id) })
  },
  "a story has two authors": async ({ ana }, n) => {
    const rows = await database()
      .select()
      .from(authors)
      .where(ne(authors.slug, "canary"))
      .orderBy(asc(authors.id))
    await write(ana, n, { bylines: by(rows[n % rows.length]?.id, rows[(n + 1) % rows.length]?.id) })
  },
  "a story has another address": ({ ana }, n) => write(ana, n, { slug: `moved-${n}` }),
  "a story takes no comments": ({ ana }, n) => write(ana, n, { commentMode: "closed" }),
  "a story is saved as it is": ({ ana }, n) => write(ana, n, {}),
  "a story is scheduled": ({ ana }, n) => schedule(ana, n),
  "what is due goes out": async () => {
    await publishDue(sql`clock_timestamp() + interval '2 hours'`)
  },
  "a story has another date": async ({ ana }, n) => {
    const post = await story(n)
    const date = new Date(Date.UTC(2026, n % 9, 3, 8))
    if (post) await setDate(ana, { post: post.id, date })
  },
  "a notice is left in place of a story": async ({ ana }, n) => {
    const post = await story(n, "withdrawn")
    if (post) await setNotice(ana, { post: post.id, notice: `Withdrawn on day ${n}.` })
  },
  "a story is corrected": async ({ ana }, n) => {
    const found = await database()
      .select()
      .from(posts)
      .where(eq(posts.status, "published"))
      .orderBy(asc(posts.id))
    const story = found[n % found.length]
    const text = `It was day ${n}.`
    return (
      story && addCorrection(ana, { post: story.id, kind: "correction", place: n % 2 ? "top" : "foot", text })
    )
  },
  "a correction is removed": async ({ ana }) => {
    const [correction] = await database().select().from(corrections).orderBy(desc(corrections.id)).limit(1)
    return correction && removeCorrection(ana, correction.id)
  },
}

function documentOf(text: string): string {
  return JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })
}

function by(...ids: (number | undefined)[]): string {
  return JSON.stringify(ids.map((id) => ({ id, part: "words" })))
}

function typed(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function fresh(n: number) {
  return typed({
    title: `A story of day ${n}`,
    standfirst: n % 2 ? `What happened on day ${n}.` : "",
    body: documentOf(`It rained on day ${n}.`),
    slug: "",
    tags: `Tag ${n % 5}`,
    bylines: "[]",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  })
}

async function draft(staff: Staff, n: number) {
  const made = await createDraft(staff, fresh(n))
  if (made.ok) await saveDraft(staff, made.post, { ...fresh(n), title: `A draft of day ${n}` })
}

async function publishNew(staff: Staff, n: number) {
  const made = await createDraft(staff, fresh(n))
  if (made.ok) await publishPost(staff, made.post, fresh(n))
}

async function schedule(staff: Staff, n: number) {
  const made = await createDraft(staff, fresh(n))
  const publishAt = new Date(Date.now() + 3_600_000)
  if (made.ok) await schedulePost(staff, made.post, { ...fresh(n), publishAt })
}

type Status = (typeof posts.$inferSelect)["status"]

async function story(n: number, status: Status = "published") {
  const rows = await database()
    .select()
    .from(posts)
    .where(sql`${posts.status} = ${status} and ${posts.slug} <> 'canary'`)
    .orderBy(asc(posts.id))
  return rows[n % rows.length]
}

async function withdraw(staff: Staff, n: number) {
  const post = await story(n)
  return post && unpublishPost(staff, post)
}

/** Publishes a story once more with other fields. */
export async function write(staff: Staff, n: number, fields: Record<string, string>, status?: Status) {
  const post = await story(n, status)
  if (!post) return
  const rows = await database().execute<{ name: string }>(sql`
    select t.name from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = ${post.id} order by pt.position`)
  const { title, standfirst, slug, picture, pictureAlt, commentMode, body, leadMediaId } = post
  const mode = commentMode ?? ""
  const now = { title, standfirst, slug, picture, pictureAlt, commentMode: mode, commentModeSeen: mode }
  const tags = rows.map(({ name }) => name).join(", ")
  const ids = { leadMediaId: String(leadMediaId ?? "") }
  const input = typed({ ...now, ...ids, body: JSON.stringify(body), tags, ...fields })
  return publishPost(staff, post, input)
}
