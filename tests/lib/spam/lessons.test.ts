import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { filterFeatures, filterLessons } from "@/db/schema/filter"
import { featuresOf } from "@/lib/spam/features"
import { countsFrom, countsOf, type KeptCounts, type Lesson, train } from "@/lib/spam/lessons"
import { judgeSpam } from "@/lib/spam/model"
import { halve, readMaterial } from "../../bench/material.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

const [material] = halve(readMaterial())
const some = material.filter((_, at) => at % 4 === 0).slice(0, 60)
let lessons: Lesson[]

beforeEach(async () => {
  await database().delete(filterLessons)
  await database().delete(filterFeatures)
  if (lessons) return
  const { id: postId } = await createPost(database())
  lessons = []
  for (const { features, spam } of some) {
    const { id } = await createComment(database(), { postId })
    lessons.push({ commentId: id, features, spam })
  }
})

const table = () => database().select().from(filterFeatures).orderBy(sql`feature collate "C"`)
const teachOne = (lesson: Lesson) => database().transaction((tx) => train(tx, { learn: [lesson] }))
const unteachOne = ({ commentId }: Lesson) =>
  database().transaction((tx) => train(tx, { unlearn: [commentId] }))

async function readCounts(features: readonly string[]) {
  const [row] = await database().execute<{ counts: KeptCounts }>(sql`select ${countsOf(features)} as counts`)
  return countsFrom(row?.counts ?? {})
}

test("the same decisions leave the same table, one by one in any order or all at once", async () => {
  for (const lesson of lessons) await teachOne(lesson)
  const forth = await table()
  await database().transaction((tx) => train(tx, { unlearn: lessons.map(({ commentId }) => commentId) }))
  expect(await table()).toEqual([])
  for (const lesson of [...lessons].reverse()) await teachOne(lesson)
  expect(await table()).toEqual(forth)
  await database().delete(filterLessons)
  await database().delete(filterFeatures)
  await database().transaction((tx) => train(tx, { learn: lessons }))
  expect(await table()).toEqual(forth)
  expect(forth[0]).toEqual({
    feature: "",
    spam: lessons.filter(({ spam }) => spam).length,
    ham: lessons.filter(({ spam }) => !spam).length,
  })
})

test("a decision that is taken back leaves the former table and the former score", async () => {
  const [last, ...others] = lessons as [Lesson, ...Lesson[]]
  await database().transaction((tx) => train(tx, { learn: others }))
  const features = featuresOf({
    name: "Ada",
    website: "",
    body: "Nothing is for free but this, and the lamps.",
  })
  const before = await table()
  const score = judgeSpam(features, await readCounts(features))
  await teachOne({ ...last, spam: true })
  await unteachOne(last)
  await unteachOne(last)
  expect(await table()).toEqual(before)
  expect(judgeSpam(features, await readCounts(features))).toEqual(score)
})

test("a later decision about the same comment replaces what it taught", async () => {
  const [first, second] = lessons as [Lesson, Lesson]
  await teachOne({ ...first, spam: true })
  await teachOne({ ...first, spam: true })
  await teachOne({ commentId: first.commentId, features: second.features, spam: false })
  const after = await table()
  await unteachOne(first)
  await teachOne({ commentId: first.commentId, features: second.features, spam: false })
  expect(await table()).toEqual(after)
  expect(after[0]).toEqual({ feature: "", spam: 0, ham: 1 })
  expect(await database().$count(filterLessons, eq(filterLessons.commentId, first.commentId))).toBe(1)
})

test("moderators who decide at the same moment teach the same as one after the other", async () => {
  await database().transaction((tx) => train(tx, { learn: lessons }))
  const serial = await table()
  await database().delete(filterLessons)
  await database().delete(filterFeatures)
  const moderator = async (which: number) => {
    for (const lesson of lessons.filter((_, at) => at % 5 === which)) {
      await teachOne({ ...lesson, spam: !lesson.spam })
      await teachOne(lesson)
    }
  }
  await Promise.all([0, 1, 2, 3, 4].map(moderator))
  expect(await table()).toEqual(serial)
})

test("all that a comment asks is one query, however long it is", async () => {
  await database().transaction((tx) => train(tx, { learn: lessons }))
  const features = lessons.flatMap((lesson) => [...lesson.features]).slice(0, 300)
  const counts = await readCounts(features)
  expect(counts.get("")).toBeDefined()
  for (const feature of features) expect(counts.has(feature)).toBe(true)
})

test("teaching nothing asks nothing", async () => {
  await database().transaction((tx) => train(tx, { unlearn: [] }))
  expect(await table()).toEqual([])
})
