import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createPageRow, createPost, createStaff } from "@/db/factories"
import { pages } from "@/db/schema/pages"
import type { Staff } from "@/lib/auth/staff"
import { saveOwnProfile } from "@/lib/authors/mutations"
import { changeFirstRun } from "@/lib/desk/first-run/mutations"
import { listFirstSteps } from "@/lib/desk/first-run/queries"
import { sendTestMail } from "@/lib/mail/mutations"
import { saveSettings } from "@/lib/settings/mutations"
import { getSettings } from "@/lib/settings/queries"
import { sendInvitation } from "@/lib/staff/invitations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"
import { startSink } from "../mail/sink.ts"

withFreshDatabase()

/** `lib/env` reads once, when modules are loaded; the mail server is there later. */
const where = vi.hoisted(() => ({ SMTP_URL: "" }))
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>()
  return { ...real, env: () => ({ ...real.env(), ...where }) }
})

let ada: Staff
let mail: Awaited<ReturnType<typeof startSink>>

beforeAll(async () => {
  mail = await startSink()
  where.SMTP_URL = mail.url
  const { id: authorId } = await createAuthor(database(), { name: "Ada Quill", bio: "" })
  ada = asStaff(await createStaff(database(), { name: "Ada Quill", roles: ["admin"], authorId }))
})

afterAll(() => mail.close())

const left = async () => (await listFirstSteps(ada))?.filter(({ done }) => !done).map(({ key }) => key)

test("in an empty publication each of the seven steps ticks itself off once it is done, and the list goes with the last", async () => {
  const todo = ["name", "profile", "colleagues", "pages", "mail", "story", "site"]
  expect(await left()).toEqual(todo)

  await saveSettings(ada, {
    ...(await getSettings()),
    publicationName: "The Weir",
    timeZone: "Europe/Dublin",
  })
  expect(await left()).toEqual(todo.slice(1))

  const about = {
    name: "Ada Quill",
    title: "",
    bio: "Ada counts the boats.",
    pronouns: "",
    pronunciation: "",
  }
  expect(await saveOwnProfile(ada, { ...about, links: [], version: 1 })).toEqual({ ok: true })
  expect(await left()).toEqual(todo.slice(2))

  // Who is invited counts before they have joined: the rest is up to them.
  await sendInvitation(ada, { name: "Nell Ashdown", email: "nell@example.org", roles: ["editor"] })
  expect(await left()).toEqual(todo.slice(3))

  await createPageRow(database(), { purpose: "about", status: "published" })
  await createPageRow(database(), { purpose: "privacy", status: "draft" })
  expect(await left()).toEqual(todo.slice(3))
  expect((await listFirstSteps(ada))?.find(({ key }) => key === "pages")?.hint).toMatch(/^Privacy is missing/)
  await database().update(pages).set({ status: "published" })
  expect(await left()).toEqual(todo.slice(4))

  mail.refuseNext({ code: 550, text: "No such user here" })
  await sendTestMail(ada, "The Weir")
  expect(await left()).toEqual(todo.slice(4))
  await sendTestMail(ada, "The Weir")
  expect(mail.received.map(({ to }) => to)).toEqual([[ada.email]])
  expect(await left()).toEqual(todo.slice(5))

  await createPost(database(), { status: "draft", publishedAt: null })
  expect(await left()).toEqual(todo.slice(5))
  await createPost(database())
  expect(await left()).toEqual(todo.slice(6))

  await changeFirstRun(ada, "seenSite")
  expect(await listFirstSteps(ada)).toBeNull()
})
