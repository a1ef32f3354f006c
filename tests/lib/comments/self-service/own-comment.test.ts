import { and, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { type CacheTag, onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentNotes } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { editComment } from "@/lib/comments/self-service/edit"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { ownStateOf } from "@/lib/comments/self-service/state"
import { getThread } from "@/lib/comments/thread/queries"
import { reportComment } from "@/lib/comments/writing/reports"
import { decryptEmail, protectEmail } from "@/lib/email"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

async function rowOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("no such row")
  return row
}

async function tagsChangedBy(work: () => Promise<unknown>): Promise<CacheTag[]> {
  const heard: CacheTag[] = []
  const stop = onTagChanged((tag) => heard.push(tag))
  await work()
  stop()
  return heard
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe("an author changes their words", () => {
  test("while they wait, and the moderator is told which version is which", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id, status: "pending" })
    expect(await tagsChangedBy(() => editComment(id, "Better words."))).toEqual([])
    expect(await rowOf(id)).toMatchObject({ body: "Better words.", status: "pending", version: 2 })
    const [event] = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
    expect(event).toMatchObject({
      action: "edited",
      fromStatus: "pending",
      toStatus: "pending",
      version: 2,
    })
  })

  test("after approval, and where every comment is held it waits again and leaves the page", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id })
    const tags = await tagsChangedBy(() => editComment(id, "Something else entirely."))
    expect(tags).toEqual(commentTags(post.slug, id))
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "edited" })
    expect((await getThread(post.id)).rows).toEqual([])
  })

  test("on an open story and stays on the page, unless the new words give a reason to wait", async () => {
    const post = await createPost(database(), { commentMode: "open" })
    const { id } = await createComment(database(), { postId: post.id })
    await editComment(id, "Still harmless.")
    expect((await getThread(post.id)).rows).toMatchObject([{ body: "Still harmless." }])
    await editComment(id, "https://a.example https://b.example")
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "links" })
  })

  test("only in the first minutes, and never what a moderator refused", async () => {
    const post = await createPost(database())
    const old = await createComment(database(), {
      postId: post.id,
      status: "pending",
      createdAt: minutesAgo(15.1),
    })
    const young = await createComment(database(), {
      postId: post.id,
      status: "pending",
      createdAt: minutesAgo(14.5),
    })
    expect(await editComment(old.id, "x")).toEqual({ ok: false, reason: "too-late" })
    expect(await editComment(young.id, "x")).toMatchObject({ ok: true })
    for (const status of ["rejected", "spam", "deleted"] as const) {
      const { id } = await createComment(database(), { postId: post.id, status })
      expect(await editComment(id, "x")).toEqual({ ok: false, reason: "too-late" })
    }
  })

  test("not into words they have already said there", async () => {
    const post = await createPost(database())
    const me = {
      postId: post.id,
      status: "pending" as const,
      name: "Ada",
      networkHash: Buffer.from("ada's home"),
      ...protectEmail("ada@example.org"),
    }
    const [one, two] = [await createComment(database(), me), await createComment(database(), me)]
    await editComment(one.id, "The very same.")
    expect(await editComment(two.id, "the VERY same.")).toEqual({ ok: false, reason: "said-already" })
    expect(await rowOf(two.id)).toMatchObject({ version: 1 })
  })

  test("fifty times at once without a change being counted twice", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id, status: "pending" })
    await Promise.all(Array.from({ length: 15 }, (_, at) => editComment(id, `Version ${at}.`)))
    const { version } = await rowOf(id)
    expect(version).toBe(16)
    expect(await database().$count(auditEvents, eq(auditEvents.commentId, id))).toBe(15)
  })
})

describe("an author takes a comment back", () => {
  test("and nothing they typed is kept, only that there was a comment", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), {
      postId: post.id,
      name: "Ada Brook",
      website: "https://ada.example",
      body: "Something she regrets.",
      ...protectEmail("ada@example.org"),
    })
    expect(await tagsChangedBy(() => deleteComment(id))).toEqual(commentTags(post.slug, id))
    const row = await rowOf(id)
    expect(JSON.stringify(row)).not.toMatch(/Ada|ada\.example|regrets/)
    expect(() => decryptEmail(row.emailSealed)).toThrow()
    expect((await getThread(post.id)).rows).toEqual([])
    await deleteComment(id)
    const events = and(eq(auditEvents.commentId, id), eq(auditEvents.action, "deleted"))
    expect(await database().$count(auditEvents, events)).toBe(1)
  })

  test("and its answers stay, under a truthful place", async () => {
    const post = await createPost(database())
    const parent = await createComment(database(), { postId: post.id })
    const reply = await createComment(database(), { postId: post.id, parent })
    await deleteComment(parent.id)
    expect((await getThread(post.id)).rows).toMatchObject([
      { id: parent.id, gone: "by-author", name: "", body: "" },
      { id: reply.id, gone: null, parentId: parent.id },
    ])
  })
})

describe("what an author reads about their comment", () => {
  const at = (status: Parameters<typeof ownStateOf>[0]["status"], reason = "", byStaff = false) =>
    ownStateOf({ status, reason, byStaff })

  test("is how it stands and why", () => {
    expect(at("pending", "links")).toMatchObject({
      kind: "waiting",
      title: "Your comment is awaiting moderation.",
    })
    expect(at("approved").kind).toBe("shown")
    expect(at("rejected", "off-topic", true)).toMatchObject({
      kind: "refused",
      why: "It is not about the story.",
    })
    expect(at("deleted").kind).toBe("deleted")
  })

  test("does not tell a machine how it was noticed", () => {
    expect(at("spam", "honeypot").title).toBe("Your comment is awaiting moderation.")
    expect(at("spam", "spam", true).kind).toBe("refused")
  })
})

test("with a deleted comment go the words that moderators and readers wrote about it", async () => {
  const { id: postId } = await createPost(database())
  const { id } = await createComment(database(), { postId })
  const { id: staffId } = await createStaff(database(), { roles: ["moderator"] })
  await database().insert(commentNotes).values({ commentId: id, staffId, body: "She lives in Mill Lane." })
  await database().insert(commentReports).values({ commentId: id, reason: "other", note: "Mill Lane again." })
  await deleteComment(id)
  expect(await database().$count(commentNotes, eq(commentNotes.commentId, id))).toBe(0)
  const reports = await database().select().from(commentReports).where(eq(commentReports.commentId, id))
  expect(reports.map(({ note }) => note)).toEqual([""])
})

describe("an edit", () => {
  const pending = async (fields: Partial<Parameters<typeof createComment>[1]>) => {
    const { id: postId } = await createPost(database(), { commentMode: "open" })
    return createComment(database(), { postId, status: "pending", ...fields })
  }

  test("does not wash away how a comment came", async () => {
    const finding = { check: "form age", verdict: "hold" as const, reason: "form-age", evidence: "" }
    const { id } = await pending({ findings: [finding] })
    expect((await editComment(id, "Other words.")).ok).toBe(true)
    const [row] = await database().select().from(comments).where(eq(comments.id, id))
    expect(row?.findings).toEqual([finding])
    expect(row?.status).toBe("pending")
  })

  test("does not hide that the owner of the address disowned it", async () => {
    const { id } = await pending({})
    await database().insert(auditEvents).values({
      commentId: id,
      action: "held",
      toStatus: "pending",
      reason: "not-theirs",
      version: 1,
    })
    await editComment(id, "Other words.")
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "not-theirs" })
  })
})

describe("a reader reports a comment", () => {
  const report = (commentId: number, network: string) =>
    reportComment({ commentId, reason: "abusive", note: "It names a child.", network })

  test("once from each place, however often", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id })
    await Promise.all(
      ["192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"].map((network) => report(id, network)),
    )
    expect(await database().$count(commentReports, eq(commentReports.commentId, id))).toBe(2)
  })

  test("that readers cannot see: there is nothing to report", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id, status: "pending" })
    expect(await report(id, "192.0.2.3")).toEqual({ ok: false, reason: "comment-gone" })
  })

  test("only so often an hour", async () => {
    const post = await createPost(database())
    const { id } = await createComment(database(), { postId: post.id })
    for (let count = 0; count < 10; count++) await report(id, "192.0.2.4")
    expect(await report(id, "192.0.2.4")).toEqual({ ok: false, reason: "too-many-reports" })
  })
})

test("a decision's reason reaches the author, and a withdrawn story is not linked", async () => {
  const post = await createPost(database(), { status: "withdrawn" })
  const { id } = await createComment(database(), { postId: post.id, status: "rejected" })
  const moderator = await createStaff(database(), { roles: ["moderator"] })
  await database()
    .insert(auditEvents)
    .values([
      { commentId: id, action: "held", toStatus: "pending", reason: "hold-all", version: 1 },
      {
        commentId: id,
        action: "rejected",
        toStatus: "rejected",
        reason: "abusive",
        version: 1,
        staffId: moderator.id,
      },
    ])
  expect(await getOwnComment(id)).toMatchObject({
    reason: "abusive",
    byStaff: true,
    post: { published: false },
  })
  expect(await editComment(id, "x")).toMatchObject({ ok: false })
  await database().update(posts).set({ status: "published" }).where(eq(posts.id, post.id))
})
