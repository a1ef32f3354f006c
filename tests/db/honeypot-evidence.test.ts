import { readFile } from "node:fs/promises"
import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { comments } from "@/db/schema/comments"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

test("what was typed into the hidden field before is forgotten when a filled database is brought up to date", async () => {
  const { id: postId } = await createPost(database())
  const other = { check: "links", verdict: "hold", reason: "links", evidence: "3 links" } as const
  const typed = {
    check: "honeypot",
    verdict: "spam",
    reason: "honeypot",
    evidence: "lena@example.org",
  } as const
  const { id } = await createComment(database(), { postId, status: "spam", findings: [other, typed] })
  const untouched = await createComment(database(), { postId, status: "pending", findings: [other] })
  const none = await createComment(database(), { postId })

  const migration = await readFile("db/migrations/0013_against_somebody.sql", "utf8")
  const update = migration.split("--> statement-breakpoint").find((part) => part.includes("UPDATE"))
  await database().execute(sql.raw(update ?? ""))

  const findingsOf = async (one: number) =>
    (await database().select().from(comments).where(eq(comments.id, one)))[0]?.findings
  expect(await findingsOf(id)).toEqual([other, { ...typed, evidence: "16 characters" }])
  expect(await findingsOf(untouched.id)).toEqual([other])
  expect(await findingsOf(none.id)).toEqual([])
})
