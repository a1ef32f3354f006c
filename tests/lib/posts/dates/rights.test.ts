import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff, paragraphs } from "@/db/factories"
import { posts } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { postStatuses } from "@/lib/documents/post-statuses"
import { unschedulePost } from "@/lib/posts/dates/mutations"
import { parsePost } from "@/lib/posts/input"
import { schedulePost } from "@/lib/posts/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const roles: Role[] = ["writer", "editor", "moderator", "admin"]
const publishers: Role[] = ["editor", "admin"]
const inTwoHours = () => new Date(Date.now() + 7_200_000)

const people = new Map<Role, Staff>()
beforeAll(async () => {
  for (const role of roles) people.set(role, asStaff(await createStaff(database(), { roles: [role] })))
})

function wish() {
  const form = new FormData()
  const typed = {
    title: "The pool opens again",
    standfirst: "",
    body: JSON.stringify(paragraphs("At six.")),
    slug: "",
    tags: "",
    bylines: "[]",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const { bylines: _, ...input } = parsed.value
  return input
}

type Fields = Partial<typeof posts.$inferInsert>

/** A story of this person's own, in some state. */
async function storyOf(role: Role, status: (typeof postStatuses)[number], fields: Fields = {}) {
  const person = people.get(role)
  if (!person) throw new Error(role)
  const dated = status === "published" || status === "withdrawn"
  const post = await createPost(database(), {
    status,
    createdBy: person.id,
    publishedAt: dated ? new Date("2026-03-01T08:00:00Z") : null,
    scheduledBy: status === "scheduled" ? person.id : null,
    ...fields,
  })
  return { person, post }
}

async function row(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  return post
}

describe.each(postStatuses)("a story that is %s", (status) => {
  describe.each(roles)("of a %s", (role) => {
    const mayPublish = publishers.includes(role)
    const schedules = mayPublish && status !== "published"
    test(schedules ? "can be scheduled by them" : "is not scheduled by them", async () => {
      const { person, post } = await storyOf(role, status)
      const publishAt = inTwoHours()
      const outcome = await schedulePost(person, post, { ...wish(), publishAt })
      expect(outcome.ok).toBe(schedules)
      if (schedules)
        expect(await row(post.id)).toMatchObject({ status: "scheduled", publishAt, scheduledBy: person.id })
      else expect(await row(post.id)).toEqual(post)
    })

    const unschedules = mayPublish && status === "scheduled"
    test(unschedules ? "is taken off the schedule by them" : "is left as it is by them", async () => {
      const { person, post } = await storyOf(role, status)
      const outcome = await unschedulePost(person, post)
      // What went out before is not taken for unscheduled.
      expect(outcome.ok).toBe(mayPublish && status !== "published")
      if (unschedules) expect(await row(post.id)).toMatchObject({ status: "draft", publishAt: null })
      else expect(await row(post.id)).toEqual(post)
    })
  })
})

describe("an editor", () => {
  const ask = async (publishAt: Date | ReturnType<typeof inTwoHours>, fields: Fields = {}) => {
    const { person, post } = await storyOf("editor", "draft", fields)
    const outcome = await schedulePost(person, post, { ...wish(), publishAt })
    return outcome.ok ? "scheduled" : outcome.reason
  }

  test("schedules nothing for the past, for within a minute, or for after five years", async () => {
    expect(await ask(new Date(Date.now() - 1000))).toBe("time-soon")
    expect(await ask(new Date(Date.now() + 30_000))).toBe("time-soon")
    expect(await ask(new Date(Date.now() + 90_000))).toBe("scheduled")
    expect(await ask(new Date(Date.now() + 4.9 * 365 * 86_400_000))).toBe("scheduled")
    expect(await ask(new Date(Date.now() + 5.1 * 366 * 86_400_000))).toBe("time-far")
  })

  test("schedules nothing for before its embargo ends", async () => {
    const embargoUntil = inTwoHours()
    expect(await ask(new Date(embargoUntil.getTime() - 1000), { embargoUntil })).toBe("embargo-later")
    expect(await ask(embargoUntil, { embargoUntil })).toBe("scheduled")
  })

  test("schedules nothing that lies in the trash", async () => {
    expect(await ask(inTwoHours(), { trashedAt: new Date() })).toBe("in-trash")
  })

  test("is told when somebody saved meanwhile, and schedules nothing then", async () => {
    const { person, post } = await storyOf("editor", "draft")
    await database().update(posts).set({ version: sql`version + 1` }).where(eq(posts.id, post.id))
    const outcome = await schedulePost(person, post, { ...wish(), publishAt: inTwoHours() })
    expect(outcome).toMatchObject({ ok: false, reason: "stale" })
  })
})
