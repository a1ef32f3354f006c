import fs from "node:fs"
import { expect, test } from "vitest"
import { count, type Tally, type WordCounts } from "@/lib/spam/counts"
import { featuresOf } from "@/lib/spam/features"
import { judgeSpam } from "@/lib/spam/model"
import { thresholds } from "@/lib/spam/thresholds"
import { startCountsFile, startCountsPath } from "../../bench/count-start.ts"
import {
  halve,
  readApart,
  readKinds,
  readMaterial,
  readStartMaterial,
  readVideo,
} from "../../bench/material.ts"

const material = readMaterial()
const [taught, kept] = halve(material)
const fresh: WordCounts = new Map()

function learn(lessons: { features: string[]; spam: boolean }[]): Map<string, Tally> {
  const counts = new Map<string, Tally>()
  for (const lesson of lessons) count(counts, lesson)
  return counts
}

const say = (body: string, name = "Ada") => featuresOf({ name, website: "", body })

test("what a moderator is shown adds up to the score, to the last bit", () => {
  const counts = learn(taught)
  for (const { features } of kept) {
    const { score, contributions } = judgeSpam(features, counts)
    expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
    expect([...contributions].reverse().reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
    for (const { label } of contributions)
      expect(label).not.toMatch(/^(?:word|pair|name|host|sign|size|start|caution):/)
  }
})

test("the same decisions make the same filter, in whatever order they were taken", () => {
  const forth = learn(taught)
  const back = learn([...taught].reverse())
  expect(new Map([...back].sort())).toEqual(new Map([...forth].sort()))
  for (const { features } of kept) expect(judgeSpam(features, back)).toEqual(judgeSpam(features, forth))
})

test("taking a decision back restores every former score", () => {
  const counts = learn(taught)
  const before = kept.map(({ features }) => judgeSpam(features, counts).score)
  const lesson = { features: say("A lesson that nobody needs https://a.example"), spam: true }
  count(counts, lesson)
  count(counts, { ...lesson, times: -1 })
  expect(counts).toEqual(learn(taught))
  expect(kept.map(({ features }) => judgeSpam(features, counts).score)).toEqual(before)
})

test("the first day is not blind, and leaves readers alone", () => {
  const held = (spam: boolean) => {
    const some = material.filter((each) => each.spam === spam)
    return (
      some.filter(({ features }) => judgeSpam(features, fresh).score >= thresholds.hold).length / some.length
    )
  }
  expect(held(true)).toBeGreaterThan(0.7)
  expect(held(false)).toBeLessThan(0.02)
})

test("a reader may talk about loans, casinos and pills, and give a source", () => {
  for (const text of [
    "The casino was sold to us as jobs.",
    "My bank refused the loan, the credit union did not.",
    "I was prescribed Viagra for my heart.",
    "The minutes are here: https://council.example.org/minutes",
    "Great article, thank you.",
  ])
    expect(judgeSpam(say(text), fresh).score, text).toBeLessThan(thresholds.hold)
})

test("a site's own spam is caught once a few of its kind were decided", () => {
  const kind = (n: number) => say(`Hovercraft rides at pier ${n}, ask for Captain Zorblatt, mind the eels`)
  const reader = (n: number) => say(`I walked past house ${n} this morning and the lamps were lit`)
  expect(judgeSpam(kind(99), fresh).score).toBeLessThan(thresholds.hold)
  const counts = learn([
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ features: kind(n), spam: true })),
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ features: reader(n), spam: false })),
  ])
  expect(judgeSpam(kind(99), counts).score).toBeGreaterThan(thresholds.hold)
  expect(judgeSpam(reader(99), counts).score).toBeLessThan(0)
})

test("what readers here say every day soon outweighs the built-in start", () => {
  const club = (n: number) => say(`Casino bonus night ${n}: poker, slots, jackpot`)
  const counts = new Map<string, Tally>()
  const before = judgeSpam(club(50), counts).score
  for (let n = 0; n < 12; n++) count(counts, { features: club(n), spam: false })
  expect(before).toBeGreaterThan(1)
  expect(judgeSpam(club(50), counts).score).toBeLessThan(0)
})

test("a site where much of what looked slightly like spam was spam learns to hold the like", () => {
  const somewhat = (n: number) => say(`Wombat${n} at my site`)
  const startOf = (features: string[]) => features.filter((feature) => feature.startsWith("start:"))
  const judged = judgeSpam(somewhat(99), fresh).score
  expect(judged).toBeLessThan(thresholds.hold)
  const lessons = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [
    { features: startOf(somewhat(n)), spam: true },
    { features: startOf(say(`Heron${n} stood by the weir`)), spam: false },
  ])
  const { score, contributions } = judgeSpam(somewhat(99), learn(lessons))
  expect(score).toBeGreaterThan(judged + 1)
  const [start = ""] = startOf(somewhat(99))
  expect(contributions.map(({ label }) => label)).toContain(
    `scored ${start.slice("start:".length)} before this site decided anything`,
  )
})

test("a site that has decided hardly anything holds less, and a moderator reads so", () => {
  const pitch = say("Wombat at my site")
  const cautious = "so far this site has approved, or marked as spam, only a few comments"
  const weightOf = (counts: WordCounts) =>
    judgeSpam(pitch, counts).contributions.find(({ label }) => label === cautious)?.weight ?? 0
  const after = (n: number) =>
    learn(
      Array.from({ length: 2 * n }, (_, at) => ({
        features: say(`Heron ${at} by the weir`),
        spam: at % 2 > 0,
      })),
    )
  expect(weightOf(fresh)).toBeLessThan(-0.5)
  expect(weightOf(after(5))).toBeGreaterThan(weightOf(fresh))
  expect(weightOf(after(100))).toBeGreaterThan(-0.1)
  const readersOnly = Array.from({ length: 200 }, (_, at) => ({
    features: say(`Heron ${at} by the weir`),
    spam: false,
  }))
  expect(weightOf(learn(readersOnly))).toBe(weightOf(fresh))
})

test("the start counts what its material says, and nothing of what the filter is judged by", () => {
  const lines = readStartMaterial()
  expect(startCountsFile(lines)).toBe(fs.readFileSync(startCountsPath, "utf8"))
  const said = new Set(lines.map(({ said }) => said.body).filter((body) => body.length > 25))
  for (const { said: other } of [...readKinds("test"), ...readApart(), ...readVideo()])
    expect(said).not.toContain(other.body)
})

test("half of the decisions on our own material catch most of the other half", () => {
  const counts = learn(taught)
  const caught = kept.filter(({ features }) => judgeSpam(features, counts).score >= thresholds.hold)
  const spam = caught.filter((each) => each.spam).length
  expect(spam / kept.filter((each) => each.spam).length).toBeGreaterThan(0.8)
  expect((caught.length - spam) / kept.filter((each) => !each.spam).length).toBeLessThan(0.02)
})
