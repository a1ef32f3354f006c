import fs from "node:fs"
import path from "node:path"
import { judgeSpam } from "../../lib/spam/model.ts"
import { signalNames } from "../../lib/spam/signals.ts"
import { thresholds } from "../../lib/spam/thresholds.ts"
import { type Known, readKinds, readMaterial } from "./material.ts"

// `npx tsx tests/bench/fit-signals.ts` writes lib/spam/start-signals.ts: what each signal weighs before a site has
// decided anything. A logistic regression on top of what the words weigh, by gradient descent from a fixed start.

/** What speaks for a reader; its weight is never above zero, and that of all others never below. */
const forReaders = [
  "about-text",
  "answers",
  "leads-nowhere",
  "moment",
  "official-link",
  "own-life",
  "phone-public",
  "question",
  "source-link",
]

/** Left to a site's own decisions: publications differ in language, and in how short their readers are. */
const leftOpen =
  /^(?:length-|script-|few-letters$|handle$|no-english$|one-word$|only-signs$|percent$|repeats$|testimony$|flattery$|sale$|sale-address$|mail-invites$)/

/** Readers do these things too, more often than our material shows. */
const atMost: Record<string, number> = {
  "cheap-host": 1.5,
  "link-1": 1.2,
  "link-unsaid": 1.1,
  "name-phrase": 1.1,
  "bare-address": 1.8,
  "invites-own": 1.8,
  elsewhere: 1.8,
  "name-random": 1.5,
  "phone-offer": 1.4,
  "own-channel": 1.5,
  "easy-money": 0.8,
  "name-is-website": 0.8,
  "phone-private": 1.6,
  "praise-fragment": 1.5,
  "praise-website": 1.5,
  artist: 1.5,
  caps: 0.7,
  emoji: 0.5,
  "link-lure": 1.8,
  exclaims: 0.7,
  invites: 1.1,
  money: 1,
  offer: 1.1,
  phone: 1.2,
  trade: 1.2,
  website: 1.3,
}

/** Readers hardly ever do these things. */
const clear: Record<string, number> = {
  "name-address": 2.2,
  "only-link": 3.8,
  "praise-offer": 2.5,
  "spaced-address": 2.2,
  chain: 3.6,
  subscribe: 3.8,
}

/** Where weights start, and where those that our material says little about stay. */
function expected(name: string): number {
  if (forReaders.includes(name)) return -0.9
  return clear[name] ?? 1.2
}

/** How strongly weights are drawn to what was expected, and what a reader's comment counts beside a spam. */
const [pull, readerCounts] = [2, 2]

function fitTo(material: Known[]): Record<string, number> {
  const names: string[] = signalNames.filter((name) => !leftOpen.test(name)).sort()
  const weights = new Map(names.map((name) => [name, expected(name)]))
  const samples = material.map(({ features, spam }) => ({
    spam,
    signals: features.flatMap((feature) => signalOf(feature) ?? []).filter((name) => weights.has(name)),
    words: judgeSpam(
      features.filter((feature) => signalOf(feature) === null),
      new Map(),
    ).score,
  }))
  for (let step = 0; step < 4000; step++) {
    const slopes = new Map(names.map((name) => [name, pull * ((weights.get(name) ?? 0) - expected(name))]))
    for (const { spam, signals, words } of samples) {
      const score = signals.reduce((sum, name) => sum + (weights.get(name) ?? 0), words)
      const error = 1 / (1 + Math.exp(thresholds.hold - score)) - (spam ? 1 : 0)
      for (const name of signals)
        slopes.set(name, (slopes.get(name) ?? 0) + error * (spam ? 1 : readerCounts))
    }
    for (const [name, slope] of slopes)
      weights.set(name, bounded(name, (weights.get(name) ?? 0) - 0.01 * slope))
  }
  return Object.fromEntries([...weights].map(([name, weight]) => [name, Math.round(weight * 10) / 10]))
}

function signalOf(feature: string): string | null {
  return feature.startsWith("sign:") ? feature.slice("sign:".length) : null
}

function bounded(name: string, weight: number): number {
  const [least, most] = forReaders.includes(name) ? [-1, 0] : [0, atMost[name] ?? 4]
  return Math.min(most, Math.max(least, weight))
}

const file = path.join(import.meta.dirname, "../../lib/spam/start-signals.ts")
const lines = Object.entries(fitTo([...readMaterial(), ...readKinds("train")])).map(
  ([name, weight]) => `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${weight},`,
)
const before = fs.readFileSync(file, "utf8").split("\n")
fs.writeFileSync(
  file,
  `import type { Signal } from "@/lib/spam/signals"

/** What a signal weighs at the start, in log odds; written by \`tests/bench/fit-signals.ts\`. */
export const startSignals: Partial<Record<Signal, number>> = {
${lines.join("\n")}
}
`,
)
const changed = lines.filter((line) => !before.includes(line)).length
console.log(
  changed === 0
    ? `All ${lines.length} weights are as they were.`
    : `${changed} of ${lines.length} weights changed; see the difference, then run the bench's part "screening" anew.`,
)
