import { type Facts, type Finding, unknown } from "@/lib/comments/screening/check"
import { rulesOf } from "@/lib/comments/screening/rules"
import { screen } from "@/lib/comments/screening/screen"
import { readSettings } from "@/lib/settings/shape"
import { count, type Tally, type WordCounts } from "@/lib/spam/counts"
import { featuresOf } from "@/lib/spam/features"
import { type Contribution, judgeSpam } from "@/lib/spam/model"
import { thresholds } from "@/lib/spam/thresholds"
import { fold, wordsOf } from "@/lib/text/fold"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

type Typed = { name: string; email: string; website: string; body: string }

/** What is printed for a comment. The contributions add up to the score. */
export type LineVerdict = {
  line: number
  verdict: "pass" | "hold" | "spam"
  score: number
  probability: number
  contributions: Contribution[]
  checks: (Omit<Finding, "check"> & { name: string })[]
}

/** How many contributions are shown one by one; the others are summed up. */
const shown = 20

/** A fresh site that learns and judges in memory. Feed it in the order of the lines. */
export function startScreening() {
  const counts = new Map<string, Tally>()
  const saidBefore = new Map<string, number>()
  return {
    learn(typed: Typed, spam: boolean): void {
      count(counts, { features: featuresOf(clean(typed)), spam })
    },
    /** A line that gets no verdict can still be what a later one repeats. */
    remember(line: number, typed: Typed): void {
      sameWords(saidBefore, line, clean(typed))
    },
    /** Judges a comment; one that was learnt as `spam` or not is judged as if it had not been. */
    async judge(line: number, typed: Typed, spam?: boolean): Promise<LineVerdict> {
      const said = clean(typed)
      const features = featuresOf(said)
      if (spam !== undefined) count(counts, { features, spam, times: -1 })
      const verdict = await judgeOne(line, said, {
        features,
        counts,
        before: sameWords(saidBefore, line, said),
      })
      if (spam !== undefined) count(counts, { features, spam })
      return verdict
    },
  }
}

/** As the reply form leaves it. */
function clean({ name, email, website, body }: Typed): Typed {
  return { name: cleanLine(name), email: email.trim(), website: website.trim(), body: cleanText(body) }
}

/** An earlier line on which the same person said the same; who gives no name and no address is nobody's double. */
function sameWords(before: Map<string, number>, line: number, { name, email, body }: Typed): number | null {
  const person = fold(email || name)
  if (person === "") return null
  const key = `${person}\n${wordsOf(fold(body)).join(" ") || body}`
  const earlier = before.get(key)
  if (earlier === undefined) before.set(key, line)
  return earlier ?? null
}

async function judgeOne(
  line: number,
  said: Typed,
  { features, counts, before }: { features: string[]; counts: WordCounts; before: number | null },
): Promise<LineVerdict> {
  const { score, probability, contributions } = judgeSpam(features, counts)
  const findings = await screen(factsOf(said, { score, before }))
  const grave = score >= thresholds.spam || findings.some(({ verdict }) => verdict === "spam")
  return {
    line,
    verdict: grave ? "spam" : findings.length > 0 ? "hold" : "pass",
    score,
    probability,
    contributions: summedUp(contributions),
    checks: findings.map(({ check, ...finding }) => ({ name: check, ...finding })),
  }
}

/** As on a site where nobody has set anything. */
const rules = rulesOf(readSettings([]))

/** A file says what was said, and nothing of how it came. */
function factsOf(said: Typed, { score, before }: { score: number; before: number | null }): Facts {
  return {
    ...said,
    honeypot: unknown,
    ownForm: unknown,
    ban: unknown,
    addressBan: unknown,
    takenName: unknown,
    networkPast: unknown,
    addressPast: unknown,
    sameWordsElsewhere: before,
    sameWordsByAddress: unknown,
    addressBusy: unknown,
    filter: { score, holdsFrom: thresholds.hold },
    rules,
  }
}

function summedUp(all: Contribution[]): Contribution[] {
  if (all.length <= shown + 1) return all
  const rest = all.slice(shown)
  const weight = rest.reduce((sum, each) => sum + each.weight, 0)
  return [...all.slice(0, shown), { feature: "", label: `the other ${rest.length}`, weight }]
}
