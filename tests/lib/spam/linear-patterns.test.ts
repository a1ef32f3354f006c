import { check } from "recheck"
import { expect, test } from "vitest"
import { screen } from "@/lib/comments/screening/screen"
import { readWordList } from "@/lib/comments/screening/word-list"
import { featuresOf } from "@/lib/spam/features"
import { readKinds, readMaterial } from "../../bench/material.ts"
import { plain } from "../comments/screening/examples.ts"

/** A text of so many characters may cost its square. */
const short = 300

/** The longest text that the filter reads is eight times as long, and shows no other growth. */
const text = 2000

/** How often a pattern may look at a character: some begin at each letter and go on for a few words. */
const looks = 500

/** Of what we write; those of linkify-it are larger, made of one another, and held to the same by its own tests. */
const largest = 3500

/**
 * How a pattern's work grows, found by search: one that looks at a text of `text` characters more than `looks` times as often
 * is "vulnerable". The search is the same each time, and counts steps.
 */
async function growthOf(source: string, flags: string): Promise<string> {
  const { status } = await check(withSmallCounts(source), flags, {
    checker: "fuzz",
    maxAttackStringSize: text,
    attackLimit: text * looks,
    // Steps are the limit, whatever the machine.
    attackTimeout: null,
    incubationTimeout: null,
    recallTimeout: -1,
    timeout: null,
    // A small search: what grows with the square is found by the first few tries.
    seeder: "static",
    maxGeneStringSize: 400,
    maxInitialGenerationSize: 20,
    maxGenerationSize: 10,
    maxIteration: 1,
    crossoverSize: 2,
    mutationSize: 4,
    incubationLimit: 5000,
  })
  return status === "safe" ? "linear" : status
}

/** A repetition that has a bound costs a constant factor, and large bounds take the search long. */
function withSmallCounts(source: string): string {
  return source.replace(/(?<!\\p|\\u)\{(\d+),(\d+)\}/g, (_, least, most) =>
    Number(most) >= 1000 ? `{${least},}` : `{${Math.min(least, 8)},${Math.min(most, 8)}}`,
  )
}

/** Each pattern that a piece of work matches with a text that is not short. */
async function patternsOf(work: () => Promise<void>): Promise<RegExp[]> {
  const found = new Map<string, RegExp>()
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (given) {
    if (String(given).length > short && this.source.length < largest) found.set(String(this), this)
    return exec.call(this, given)
  }
  try {
    await work()
  } finally {
    RegExp.prototype.exec = exec
  }
  return [...found.values()]
}

test.each(["^(a+)+$", "\\s+$", "[.-]+$", "x*y*x*!"])(
  "that %s grows faster than its text is found",
  async (source) => {
    expect(await growthOf(source, "")).not.toBe("linear")
  },
)

test("no comment, whatever is in it, makes a pattern of the screening work more than in proportion to its length", async () => {
  const patterns = await patternsOf(async () => {
    const words = readWordList("casino*\ncheap pills\nspam.example")
    const rules = { ...plain.rules, wordsHeld: words, wordsSpam: words }
    for (const [n, { said }] of [...readMaterial(), ...readKinds("train")].entries()) {
      if (n % 4 !== 0) continue
      const { name, website, body } = said
      const long = `${body}\n`.repeat(Math.ceil(2000 / (body.length + 1)))
      featuresOf({ name, website, body: long })
      await screen({ ...plain, name, website, body: long, rules, sameWordsElsewhere: 1 })
    }
  })
  expect(patterns.length).toBeGreaterThan(60)
  const wrong: string[] = []
  for (const { source, flags } of patterns) {
    const growth = await growthOf(source, flags)
    if (growth !== "linear") wrong.push(`/${source}/${flags}: ${growth}`)
  }
  expect(wrong).toEqual([])
})
