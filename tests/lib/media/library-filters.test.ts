import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createMedium, createPost, createStaff } from "@/db/factories"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import type { Staff } from "@/lib/auth/staff"
import { libraryAddress, libraryHref } from "@/lib/media/library-url"
import { listMedia, listUploaders } from "@/lib/media/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff

beforeEach(async () => {
  await database().delete(mediaUses)
  await database().delete(media)
  eva = asStaff(await createStaff(database(), { roles: ["editor"] }))
})

const found = async (filter: Parameters<typeof listMedia>[1]) =>
  (await listMedia(eva, filter)).pictures.map(({ filename }) => filename)

const added = (filename: string, createdAt: string) =>
  createMedium(database(), { filename, createdAt: new Date(createdAt) })

test("an editor finds the pictures that were added within some days, the first and the last of them included", async () => {
  for (const day of [1, 2, 3, 4]) await added(`${day}`, `2026-06-0${day}T12:00:00Z`)
  const timeZone = "UTC"
  expect(await found({ days: { from: "2026-06-02", to: "2026-06-03", timeZone } })).toEqual(["3", "2"])
  expect(await found({ days: { from: "2026-06-03", timeZone } })).toEqual(["4", "3"])
  expect(await found({ days: { to: "2026-06-02", timeZone } })).toEqual(["2", "1"])
  expect(await found({ days: { from: "2026-06-04", to: "2026-06-01", timeZone } })).toEqual([])
  expect(await found({ days: { timeZone } })).toHaveLength(4)
})

test("a day of the library is a day of the publication, also when its clocks are changed", async () => {
  await added("late on Saturday", "2026-03-28T22:59:59Z")
  await added("early on Sunday", "2026-03-28T23:00:00Z")
  await added("late on Sunday", "2026-03-29T21:59:59Z")
  await added("early on Monday", "2026-03-29T22:00:00Z")
  const [from, to] = ["2026-03-29", "2026-03-29"]
  expect(await found({ days: { from, to, timeZone: "Europe/Berlin" } })).toEqual([
    "late on Sunday",
    "early on Sunday",
  ])
  expect(await found({ days: { from, to, timeZone: "UTC" } })).toEqual(["early on Monday", "late on Sunday"])
})

test("an editor finds what one person has added, and is offered only people who have added anything", async () => {
  const [ada, ben] = [await createStaff(database(), { name: "Ada" }), await createStaff(database())]
  await createMedium(database(), { filename: "hers", uploadedBy: ada.id })
  await createMedium(database(), { filename: "nobody's" })
  expect(await found({ uploadedBy: ada.id })).toEqual(["hers"])
  expect(await found({ uploadedBy: ben.id })).toEqual([])
  expect(await listUploaders(eva)).toEqual([{ id: ada.id, name: "Ada" }])
})

test("an editor finds what nothing uses, and a picture of a draft is used", async () => {
  const [free, used] = [await createMedium(database()), await createMedium(database())]
  const post = await createPost(database(), { status: "draft", publishedAt: null })
  await database().insert(mediaUses).values({ mediaId: used.id, postId: post.id, place: "body" })
  expect(await found({ unused: true })).toEqual([free.filename])
  expect((await found({})).toSorted()).toEqual([free.filename, used.filename].toSorted())
})

test("filters narrow each other, and all of them stand in the address of the next page", async () => {
  const asked = {
    q: "quay",
    by: eva.id,
    unused: true as const,
    from: "2026-06-01",
    to: "2026-06-30",
    before: 9,
  }
  const address = new URL(libraryHref(asked), "https://desk.example").searchParams
  expect(libraryAddress.parse(Object.fromEntries(address))).toEqual(asked)
  const createdAt = new Date("2026-06-15T12:00:00Z")
  const fields = { filename: "quay.jpg", uploadedBy: eva.id, createdAt }
  const { id } = await createMedium(database(), fields)
  await createMedium(database(), { ...fields, filename: "hill.jpg" })
  await createMedium(database(), { ...fields, uploadedBy: null })
  await createMedium(database(), { ...fields, createdAt: new Date("2026-07-01T12:00:00Z") })
  const { q: search, by: uploadedBy, unused, from, to } = asked
  const { pictures } = await listMedia(eva, {
    search,
    uploadedBy,
    unused,
    days: { from, to, timeZone: "UTC" },
  })
  expect(pictures.map((one) => one.id)).toEqual([id])
})

test.each(["0000-01-01", "2026-02-30", "yesterday", "2026-6-1", ""])(
  "%j in the address is no day, and the library shows all that it has",
  async (day) => {
    expect(libraryAddress.parse({ from: day, to: day })).toEqual({})
    for (const end of ["0001-01-01", "9999-12-31"])
      await listMedia(eva, { days: { from: end, to: end, timeZone: "Pacific/Apia" } })
  },
)
