import {
  type Check,
  type Facts,
  type Finding,
  hold,
  type Submission,
  unknown,
} from "@/lib/comments/screening/check"
import { checks } from "@/lib/comments/screening/checks"

/**
 * Runs every check. One that fails is noted and the comment waits for a person: it is never lost. What was found
 * `earlier` stays where a check cannot look again, and where it is no matter of the words.
 */
export async function screen(
  facts: Facts,
  { earlier = [], policy = checks }: { earlier?: readonly Finding[]; policy?: readonly Check[] } = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of policy) {
    const before = earlier.find((finding) => finding.check === check.name)
    const found = before && check.about !== "words" ? before : await look(check, facts, before)
    if (found) findings.push(found)
  }
  const gone = earlier.filter(({ check }) => !policy.some(({ name }) => name === check))
  return [...findings, ...gone]
}

/** Findings with those of an earlier judgement that no edit changes, as another edit may have left them meanwhile. */
export function withLasting(earlier: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const ofWords = new Set(checks.filter(({ about }) => about === "words").map(({ name }) => name))
  const lasting = earlier.filter(
    ({ check }) => !ofWords.has(check) && !findings.some((one) => one.check === check),
  )
  return [...lasting, ...findings]
}

async function look(check: Check, facts: Facts, before: Finding | undefined): Promise<Finding | undefined> {
  if (!knowsAll(facts, check.looksAt)) return before
  try {
    const found = await check.find(facts)
    return found ? { check: check.name, ...found } : undefined
  } catch (error) {
    console.error(`The check "${check.name}" failed.`, error)
    return before ?? { check: check.name, ...hold("check-failed", check.name) }
  }
}

/** Of the others nothing is read: a check is held to those that it names. */
function knowsAll(facts: Facts, names: readonly (keyof Submission)[]): facts is Submission {
  return names.every((name) => facts[name] !== unknown)
}
