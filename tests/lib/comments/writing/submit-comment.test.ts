import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type CacheTag, onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { addBylines, createAuthor, createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { postSlugs, posts } from "@/db/schema/posts"
import { rateLimits } from "@/db/schema/settings"
import { transaction } from "@/db/transaction"
import { lockComment } from "@/lib/comments/locked-comment"
import { maxDepth } from "@/lib/comments/policy"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { editComment } from "@/lib/comments/self-service/edit"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { ownStateOf } from "@/lib/comments/self-service/state"
import { getThread } from "@/lib/comments/thread/queries"
import { submitComment } from "@/lib/comments/writing/submission"
import { hashEmail, protectEmail } from "@/lib/email"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { commentModes } from "@/lib/settings/comment-modes"
import { readToken, signToken } from "@/lib/signed-token"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

let people = 0

/** A comment by somebody nobody has heard of, from a place of their own. */
function said(story: string, fields: Partial<Parameters<typeof submitComment>[0]> = {}) {
  people++
  return {
    comment: `Thought ${people}.`,
    name: `Reader ${people}`,
    email: `reader-${people}@example.org`,
    website: "",
    story,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: `192.0.2.${people}`,
    ...fields,
  }
}

async function submitted(input: Parameters<typeof submitComment>[0]) {
  const answer = await submitComment(input)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

/** Somebody who has proved this address; its hash, as their browser brings it. */
async function provedAddress(email: string): Promise<Buffer> {
  const address = protectEmail(email)
  await database()
    .insert(commenters)
    .values({ ...address, provedAt: new Date() })
  return address.emailHash
}

async function rowOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("no such row")
  return row
}

const heard: CacheTag[] = []
let stop: () => void
beforeAll(() => {
  stop = onTagChanged((tag) => heard.push(tag))
})
afterAll(() => stop())

test("a comment waits for a moderator unless told otherwise, and readers see nothing new", async () => {
  const post = await createPost(database())
  heard.length = 0
  const { id, showOwnPage } = await submitted(said(post.slug))
  expect(showOwnPage).toBe(true)
  expect(await rowOf(id)).toMatchObject({ status: "pending", parentId: null, path: [id] })
  expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "hold-all", byStaff: false })
  expect((await getThread(post.id)).rows).toEqual([])
  expect(heard).toEqual([])
  const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
  expect(events).toMatchObject([{ action: "held", fromStatus: null, toStatus: "pending", version: 1 }])
})

test("on an open story it appears at once, and the story's page is told", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  heard.length = 0
  const { id, showOwnPage } = await submitted(said(post.slug))
  expect(showOwnPage).toBe(false)
  expect((await getThread(post.id)).rows).toMatchObject([{ id, gone: null }])
  expect(heard).toEqual(commentTags(post.slug, id))
})

test("a reply is taken while its parent is being changed, deleted or hidden", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  const parent = await createComment(database(), { postId: post.id })
  await transaction(async (tx) => {
    await lockComment(tx, parent.id)
    // A lock on the parent's key would make each wait for the other: one for the row, one for the thread's numbers.
    await submitted(said(post.slug, { replyTo: parent.id }))
    await tx.update(comments).set({ status: "pending" }).where(eq(comments.id, parent.id))
  })
  await transaction(async (tx) => {
    await tx.update(comments).set({ status: "approved" }).where(eq(comments.id, parent.id))
  })
  expect((await getThread(post.id)).rows).toHaveLength(2)
})

describe("the same words again", () => {
  test("are counted once, fifty times at the same moment", async () => {
    const post = await createPost(database())
    const once = said(post.slug)
    const answers = await Promise.all(Array.from({ length: 50 }, () => submitted(once)))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(answers.every((answer) => answer.showOwnPage)).toBe(true)
    expect(await database().$count(comments, eq(comments.postId, post.id))).toBe(1)
    expect(await database().$count(auditEvents, eq(auditEvents.commentId, answers[0]?.id ?? 0))).toBe(1)
  })

  test("lead to the first also with other spacing, other case, from elsewhere, and after the story closed", async () => {
    const post = await createPost(database())
    const first = said(post.slug, { comment: "Well  said,\nneighbour." })
    const { id } = await submitted(first)
    await database().update(posts).set({ commentMode: "closed" }).where(eq(posts.id, post.id))
    const again = {
      ...first,
      comment: "well said, NEIGHBOUR.",
      email: first.email.toUpperCase(),
      network: "203.0.113.9",
    }
    expect(await submitted(again)).toMatchObject({ id, showOwnPage: true })
  })

  test("by somebody else are another comment", async () => {
    const post = await createPost(database())
    const first = await submitted(said(post.slug, { comment: "Agreed." }))
    const second = await submitted(said(post.slug, { comment: "Agreed." }))
    expect(second.id).not.toBe(first.id)
  })

  test("under another story wait for a moderator, also where comments are open", async () => {
    const [one, two] = [await createPost(database()), await createPost(database(), { commentMode: "open" })]
    const first = said(one.slug, { comment: `Thought ${people + 1}, which is too long for a courtesy.` })
    await submitted(first)
    // The limits would stop the same person; they are not the subject.
    await database().$client`delete from rate_limits`
    const second = await submitted({ ...first, story: two.slug })
    expect(await getOwnComment(second.id)).toMatchObject({ status: "pending", reason: "repeated" })
  })

  test("copied from the page by a stranger are another comment, whether they know the author's address or not", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const first = said(post.slug)
    const { id } = await submitted(first)
    const known = await submitted({ ...first, network: "203.0.113.66" })
    const guessed = await submitted({ ...first, email: "guess@example.org", network: "203.0.113.67" })
    for (const answer of [known, guessed]) {
      expect(answer).toEqual({ id: expect.any(Number), slug: post.slug, showOwnPage: false, mayMail: true })
      expect(answer.id).not.toBe(id)
    }
    // Each of them can say it again, and it is still one.
    expect((await submitted({ ...first, network: "203.0.113.66" })).id).toBe(known.id)
  })

  test("that were public once do not give away the author's page, not even to their own network", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const first = said(post.slug)
    const { id } = await submitted(first)
    expect(await submitted(first)).toEqual({ id, slug: post.slug, showOwnPage: false, mayMail: false })
    await database().update(comments).set({ status: "rejected" }).where(eq(comments.id, id))
    expect(await submitted(first)).toEqual({ id, slug: post.slug, showOwnPage: false, mayMail: false })
  })

  test("are the author's own from another network too, where the browser has proved the address", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const first = said(post.slug)
    const provedHash = await provedAddress(first.email)
    const { id } = await submitted({ ...first, provedHash })
    expect((await submitted({ ...first, provedHash, network: "203.0.113.68" })).id).toBe(id)
  })

  test("changed into what stands on the page, tell nobody whether they guessed its author's address", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const first = said(post.slug)
    await submitted(first)
    const words = { name: first.name, network: "203.0.113.69", comment: "Something else." }
    await database().$client`delete from rate_limits`
    const known = await submitted({ ...first, ...words })
    await database().$client`delete from rate_limits`
    const guessed = await submitted({ ...first, ...words, email: "guess-2@example.org" })
    for (const { id } of [known, guessed]) {
      expect(await editComment(id, first.comment)).toEqual({ ok: true, value: null })
      expect(await rowOf(id)).toMatchObject({ status: "approved", body: first.comment })
    }
  })

  test("cannot be used to find out, guess by guess, whose address a comment has", async () => {
    const post = await createPost(database())
    await submitted(said(post.slug))
    await database().update(posts).set({ commentMode: "closed" }).where(eq(posts.id, post.id))
    const network = "198.51.100.200"
    const guess = (n: number) => submitComment(said(post.slug, { email: `guess-${n}@example.org`, network }))
    let tries = 0
    for (let answer = await guess(0); !answer.ok && answer.reason === "closed"; answer = await guess(tries))
      tries++
    expect(tries).toBe(60)
    expect(await guess(99)).toEqual({ ok: false, reason: "too-many" })
  })
})

describe("too fast", () => {
  test("is another comment within seconds from one place, also at the same moment", async () => {
    const post = await createPost(database())
    const network = "198.51.100.1"
    const many = Array.from({ length: 8 }, () => said(post.slug, { network }))
    const answers = await Promise.all(many.map((one) => submitComment(one)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.reason === "too-fast")).toHaveLength(7)
    expect(await database().$count(comments, eq(comments.postId, post.id))).toBe(1)
  })

  test("lets the next one through when the seconds are over, up to so many an hour", async () => {
    const post = await createPost(database())
    const network = "198.51.100.2"
    for (let count = 0; count < 20; count++) {
      await submitted(said(post.slug, { network }))
      await database().$client`update rate_limits set resets_at = now() where key like 'comment-flood-%'`
    }
    expect(await submitComment(said(post.slug, { network }))).toEqual({ ok: false, reason: "too-many" })
  })

  test.each(["hold_all", "hold_first", "hold_unverified", "open"] as const)(
    "is said to nobody because of an address they typed: two strangers are answered alike (%s)",
    async (commentMode) => {
      const post = await createPost(database(), { commentMode })
      const email = `spoke-just-now-${commentMode}@example.org`
      await submitted(said(post.slug, { email, provedHash: await provedAddress(email) }))
      const [typed, free] = [await submitted(said(post.slug, { email })), await submitted(said(post.slug))]
      expect({ ...typed, id: 0 }).toEqual({ ...free, id: 0 })
      const [one, other] = [await getOwnComment(typed.id), await getOwnComment(free.id)]
      expect([one?.status, one?.reason]).toEqual([other?.status, other?.reason])
    },
  )

  test("under a proved address, comments from many places wait for a moderator after the first", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const email = "everywhere@example.org"
    const provedHash = await provedAddress(email)
    const many = Array.from({ length: 8 }, () => said(post.slug, { email, provedHash }))
    const answers = await Promise.all(many.map((one) => submitted(one)))
    expect(answers.filter(({ showOwnPage }) => showOwnPage)).toHaveLength(7)
    const held = answers.find(({ showOwnPage }) => showOwnPage)
    expect(await rowOf(held?.id ?? 0)).toMatchObject({
      status: "pending",
      findings: [{ check: "many under this address", reason: "address-busy" }],
    })
  })

  test.each(commentModes.filter((mode) => mode !== "closed"))(
    "%s: a banned address that was only typed fares as every other",
    async (commentMode) => {
      const post = await createPost(database(), { commentMode })
      const [banned, free] = [said(post.slug), said(post.slug)]
      const { id: staffId } = await createStaff(database(), { roles: ["moderator"] })
      await database()
        .insert(bans)
        .values({ kind: "address", hash: hashEmail(banned.email), staffId })
      const [one, other] = [await submitted(banned), await submitted(free)]
      expect({ ...one, id: 0 }).toEqual({ ...other, id: 0 })
      const { status, findings } = await rowOf(one.id)
      expect(status).toBe((await rowOf(other.id)).status)
      expect(findings).toMatchObject([{ check: "ban of the address", reason: "banned" }])
      const words = async (id: number) => {
        const own = await getOwnComment(id)
        return own && ownStateOf(own)
      }
      expect(await words(one.id)).toEqual(await words(other.id))
      const edited = [await editComment(one.id, "Mended."), await editComment(other.id, "Mended, too.")]
      expect(edited[0]).toEqual(edited[1])
      expect((await rowOf(one.id)).status).toBe((await rowOf(other.id)).status)
      // Nor by what becomes of words that are changed once a moderator let them through.
      await database().update(comments).set({ status: "approved" }).where(eq(comments.postId, post.id))
      await editComment(one.id, "Mended again.")
      await editComment(other.id, "Mended again, too.")
      expect(await words(one.id)).toEqual(await words(other.id))
    },
  )
})

describe("nothing is posted", () => {
  test.each([
    ["closed", { commentMode: "closed" }],
    ["story-gone", { status: "draft", publishedAt: null }],
    ["story-gone", { status: "withdrawn" }],
    ["story-gone", { status: "scheduled" }],
  ] as const)("%s", async (reason, fields) => {
    const post = await createPost(database(), fields)
    expect(await submitComment(said(post.slug))).toEqual({ ok: false, reason })
    expect(await database().$count(comments, eq(comments.postId, post.id))).toBe(0)
  })

  test("under a story that never was", async () => {
    for (const story of ["no-such-story", "", "'; drop table comments; --"]) {
      expect(await submitComment(said(story))).toEqual({ ok: false, reason: "story-gone" })
    }
  })

  test("under a comment that is not on the page, or on another page", async () => {
    const [post, other] = [await createPost(database()), await createPost(database())]
    const waiting = await createComment(database(), { postId: post.id, status: "pending" })
    const elsewhere = await createComment(database(), { postId: other.id })
    for (const replyTo of [waiting.id, elsewhere.id, 999_999]) {
      expect(await submitComment(said(post.slug, { replyTo }))).toEqual({ ok: false, reason: "parent-gone" })
    }
  })
})

test.each(["Hyunju Pask", "hyunju  PASK", "Hyunjü Pask", "Ｈｙｕｎｊｕ Pask", "Masthead"])(
  "a stranger who calls themselves “%s” waits on an open story, with that as the reason",
  async (name) => {
    await createAuthor(database(), { name: "Hyunju Pask", slug: `pask-${++people}` })
    const post = await createPost(database(), { commentMode: "open" })
    const { id } = await submitted(said(post.slug, { name, keptName: name }))
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "byline" })
  },
)

test("whoever types the name of somebody who writes here, or the publication's, is told so once", async () => {
  const { id: authorId } = await createAuthor(database(), { name: "Grace Quill" })
  const post = await createPost(database(), { commentMode: "open", authorId })
  for (const name of ["grace  QUILL", "Masthead"]) {
    const comment = said(post.slug, { name })
    expect(await submitComment(comment)).toEqual({ ok: false, reason: "public-name" })
    expect(await submitComment({ ...comment, keptName: "Grace" })).toMatchObject({ ok: false })
    expect(await submitComment({ ...comment, keptName: name })).toMatchObject({ ok: true })
  }
})

test("so is whoever types the name of a guest who took the photographs", async () => {
  const guest = await createAuthor(database(), { name: "Ines Photographer" })
  const post = await createPost(database(), { commentMode: "open" })
  await addBylines(database(), post.id, { authorId: guest.id, part: "photographs" })
  const comment = said(post.slug, { name: "Ines Photographer" })
  expect(await submitComment(comment)).toEqual({ ok: false, reason: "public-name" })
})

test("nobody learns from the form who has written here and is not published", async () => {
  const { id: authorId } = await createAuthor(database(), { name: "Secret Source" })
  await createPost(database(), { authorId, status: "draft", publishedAt: null })
  const post = await createPost(database(), { commentMode: "open" })
  const { id } = await submitted(said(post.slug, { name: "Secret Source" }))
  expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "byline" })
})

test("a byline's name waits also under a proved address, until a moderator has let its owner speak once", async () => {
  await createAuthor(database(), { name: "Joan Webb" })
  const post = await createPost(database(), { commentMode: "open" })
  const provedHash = await provedAddress("joan@example.org")
  const by = (comment: string) =>
    submitted(said(post.slug, { name: "Joan Webb", email: "joan@example.org", provedHash, comment }))
  const first = await by("The bus was late again.")
  expect((await rowOf(first.id))?.findings.map(({ reason }) => reason)).toContain("byline")
  const moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  await approveComment(moderator, { id: first.id, version: 1 })
  const second = await rowOf((await by("And the next one did not come.")).id)
  expect(second?.findings.map(({ reason }) => reason)).not.toContain("byline")
})

test("a name that only resembles a byline's appears at once", async () => {
  await createAuthor(database(), { name: "Joan Webb" })
  const post = await createPost(database(), { commentMode: "open" })
  for (const name of ["Joan", "Joan Webber", "Joan Webb’s neighbour"])
    expect(await rowOf((await submitted(said(post.slug, { name }))).id)).toMatchObject({ status: "approved" })
})

test.each(["Thank you!", "Congratulations! 🎉", "🙏", "مبروك!"])(
  "“%s” by one person on three stories is no repetition",
  async (comment) => {
    const who = said("")
    for (let n = 0; n < 3; n++) {
      await database().delete(rateLimits)
      const { slug } = await createPost(database(), { commentMode: "open" })
      expect(await rowOf((await submitted({ ...who, comment, story: slug })).id)).toMatchObject({
        status: "approved",
      })
    }
  },
)

test.each([
  "Cheap watches at watches.example",
  "The council’s number is 01632 960441",
  "I have said it on every page and I will say it again: sell nothing.",
])("“%s” by one person on two stories is held as a repetition", async (comment) => {
  const who = said("")
  const statuses: string[] = []
  for (let n = 0; n < 2; n++) {
    await database().delete(rateLimits)
    const { slug } = await createPost(database(), { commentMode: "open" })
    statuses.push((await rowOf((await submitted({ ...who, comment, story: slug })).id)).status)
  }
  expect(statuses).toEqual(["approved", "pending"])
})

test("a story that moved still takes comments from pages with its old address", async () => {
  const post = await createPost(database())
  await database().insert(postSlugs).values({ slug: "its-old-address", postId: post.id })
  expect(await submitted(said("its-old-address"))).toMatchObject({ slug: post.slug })
})

test("a form filled by a machine looks accepted, and nobody sees it", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  const { id, showOwnPage } = await submitted(said(post.slug, { leftEmpty: "buy now" }))
  expect(showOwnPage).toBe(true)
  expect(await getOwnComment(id)).toMatchObject({ status: "spam", reason: "honeypot" })
  expect((await getThread(post.id)).rows).toEqual([])
})

test("replies deeper than any thread are put under an ancestor with room", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  let replyTo: number | null = null
  for (let depth = 0; depth < maxDepth + 3; depth++) {
    replyTo = (await submitted(said(post.slug, { replyTo }))).id
    expect((await rowOf(replyTo)).path.length).toBeLessThanOrEqual(maxDepth)
  }
  const { rows } = await getThread(post.id)
  expect(rows.map((row) => row.id)).toEqual(rows.map((row) => row.id).toSorted((a, b) => a - b))
})

test("what is kept holds no address in clear, and no token for another purpose opens a comment", async () => {
  const post = await createPost(database())
  const network = "198.51.100.77"
  const { id } = await submitted(said(post.slug, { email: "secret.name@example.org", network }))
  const everything = await database().$client.unsafe(
    "select string_agg(t::text, ' ') as text from (select c::text from comments c union all select l::text from rate_limits l union all select n::text from network_salts n union all select e::text from audit_events e) t",
  )
  const hex = (text: string) => Buffer.from(text).toString("hex")
  for (const trace of ["secret.name", network, hex("secret.name"), hex(network)]) {
    expect(everything[0]?.text).not.toContain(trace)
  }
  expect(readToken("comment-token", signToken("comment-token", id))).toBe(id)
  expect(readToken("comment-token", signToken("unsubscribe-token", id))).toBeNull()
  expect(
    readToken("comment-token", signToken("comment-token", id + 1).replace(/^\d+/, String(id))),
  ).toBeNull()
})
