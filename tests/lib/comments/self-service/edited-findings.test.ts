import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { rateLimits } from "@/db/schema/settings"
import { checks } from "@/lib/comments/screening/checks"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { editComment } from "@/lib/comments/self-service/edit"
import { verifyComment } from "@/lib/comments/self-service/verify"
import { submitComment } from "@/lib/comments/writing/submission"
import { protectEmail } from "@/lib/email"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { examples, plain } from "../screening/examples.ts"

withFreshDatabase()

beforeEach(async () => {
  await database().delete(rateLimits)
  await database().execute(sql`delete from settings`)
})

const rowOf = async (id: number) => {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("gone")
  return row
}

function listCasinoIn(key: "commentWordsHeld" | "commentWordsSpam") {
  return database().execute(sql`insert into settings (key, value) values (${key}, '"casino*"')`)
}

/** What an example says by other facts than the text, in a text. */
const wordy: Record<string, string> = {
  "learnt filter":
    "Buy cheap viagra online, no prescription. Visit our website, click here, order now: online casino bonus, free spins, payday loans",
}

test.each(checks)(
  "$name: what was found stays when one letter is changed, and no proof publishes it",
  async ({ name }) => {
    if (name === "words held") await listCasinoIn("commentWordsHeld")
    if (name === "words taken for spam") await listCasinoIn("commentWordsSpam")
    const body = wordy[name] ?? examples.find(({ check }) => check === name)?.found.body ?? plain.body
    const post = await createPost(database(), { commentMode: "hold_unverified" })
    const { id } = await createComment(database(), {
      postId: post.id,
      status: "pending",
      body,
      ...protectEmail("ada@example.org"),
      findings: [{ check: name, verdict: "hold", reason: "other", evidence: "" }],
    })
    await database().insert(auditEvents).values({
      commentId: id,
      action: "held",
      toStatus: "pending",
      reason: "hold-unverified",
      version: 1,
    })
    expect(await editComment(id, `${body}s`)).toMatchObject({ ok: true })
    expect((await rowOf(id)).findings.map(({ check }) => check)).toContain(name)
    expect(await verifyComment(id, { seen: 2 })).toMatchObject({ ok: true })
    expect((await rowOf(id)).status).not.toBe("approved")
  },
)

test("a word in the address that moderators look at first is theirs to see, however often the text is changed", async () => {
  await listCasinoIn("commentWordsHeld")
  const { slug } = await createPost(database(), { commentMode: "hold_unverified" })
  const answer = await submitComment({
    comment: "Well said.",
    name: "Ada",
    email: "casino@example.org",
    website: "",
    story: slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: "192.0.2.1",
  })
  if (!answer.ok) throw new Error(answer.reason)
  const { id } = answer.value
  await editComment(id, "Well said!")
  await verifyComment(id, { seen: 2 })
  expect(await rowOf(id)).toMatchObject({ status: "pending", findings: [{ check: "address held" }] })
})

test("a word that was taken out of the text is found no more", async () => {
  await listCasinoIn("commentWordsHeld")
  const post = await createPost(database(), { commentMode: "open" })
  const { id } = await createComment(database(), { postId: post.id, body: "A casino." })
  await editComment(id, "The casino.")
  expect((await rowOf(id)).findings).toHaveLength(1)
  await editComment(id, "The town hall.")
  expect((await rowOf(id)).findings).toEqual([])
})
