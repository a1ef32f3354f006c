import fs from "node:fs"
import path from "node:path"
import { count, type Tally } from "../../lib/spam/counts.ts"
import { type Known, readStartMaterial } from "./material.ts"

// `npx tsx tests/bench/count-start.ts` writes lib/spam/start-counts.ts: in how many comments of our material a word or a
// pair of words stands.

/** What stands in one comment only says more about that comment than about its kind. */
const fewest = 2

/** The file as the material makes it. */
export function startCountsFile(material: Known[]): string {
  const counts = new Map<string, Tally>()
  for (const known of material) count(counts, known)
  const lists = new Map<string, string[]>()
  for (const [feature, { spam, ham }] of counts) {
    const said = /^(?:word|pair):(.+)$/.exec(feature)?.[1]
    if (!said || spam + ham < fewest) continue
    const tally = `${spam} ${ham}`
    lists.set(tally, [...(lists.get(tally) ?? []), said])
  }
  const total = counts.get("") ?? { spam: 0, ham: 0 }
  const entries = [...lists].sort(([a], [b]) => (a < b ? -1 : 1))
  return `// Written by tests/bench/count-start.ts.

/** How many comments were counted. */
export const startComments = { spam: ${total.spam}, ham: ${total.ham} } as const

/** Words and pairs by their tally: in how many spams they stand, and in how many comments of readers. */
export const startCounts: Readonly<Record<string, string>> = {
${entries.map(([tally, said]) => `  "${tally}": \`\n${inLines(said.sort())}\n  \`,`).join("\n")}
}
`
}

const width = 110

function inLines(said: string[]): string {
  const lines: string[] = []
  let line = "   "
  for (const [n, entry] of said.entries()) {
    const next = ` ${entry}${n < said.length - 1 ? "," : ""}`
    if (line.length + next.length > width) {
      lines.push(line)
      line = "   "
    }
    line += next
  }
  return [...lines, line].join("\n")
}

export const startCountsPath = path.join(import.meta.dirname, "../../lib/spam/start-counts.ts")

if (process.argv[1] === import.meta.filename)
  fs.writeFileSync(startCountsPath, startCountsFile(readStartMaterial()))
