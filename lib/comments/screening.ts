import { countLinks } from "@/lib/comments/links"
import { admission, type CommentMode } from "@/lib/comments/modes"
import type { ReasonKey } from "@/lib/comments/reasons"

/** What the checks may look at. */
export type Submission = {
  body: string
  name: string
  website: string
  commentMode: CommentMode
  /** What was typed into the field that people cannot see. */
  honeypot: string
  /** Another comment by the same person with the same words, elsewhere on this site. */
  sameWordsElsewhere: number | null
}

export type Finding = { verdict: "hold" | "spam"; reason: ReasonKey; evidence: string }

/** A check looks at one thing and either finds something or nothing. It may ask the outside, so it may take time. */
export type Check = {
  name: string
  find(submission: Submission): Finding | null | Promise<Finding | null>
}

export type Decision = {
  status: "approved" | "pending" | "spam"
  /** The finding that decided, for the author and the moderator. */
  reason: ReasonKey | null
  findings: Finding[]
}

/** The publication's policy, read from top to bottom: the first finding of the gravest kind is the reason given. */
export const checks: readonly Check[] = [
  {
    name: "honeypot",
    find: ({ honeypot }) =>
      honeypot === "" ? null : { verdict: "spam", reason: "honeypot", evidence: honeypot.slice(0, 100) },
  },
  {
    name: "same words elsewhere",
    find: ({ sameWordsElsewhere }) =>
      sameWordsElsewhere === null
        ? null
        : { verdict: "hold", reason: "repeated", evidence: `comment ${sameWordsElsewhere}` },
  },
  {
    name: "links",
    find: ({ body }) => {
      const count = countLinks(body)
      return count < maxLinks ? null : { verdict: "hold", reason: "links", evidence: `${count} links` }
    },
  },
  {
    name: "every comment is held",
    find: ({ commentMode }) =>
      admission[commentMode].stranger === "appears"
        ? null
        : { verdict: "hold", reason: "hold-all", evidence: commentMode },
  },
]

/** From this many links on, somebody looks first; as WordPress has it. */
const maxLinks = 2

/** Runs every check. One that fails is noted and the comment waits for a person: it is never lost. */
export async function screen(submission: Submission, policy: readonly Check[] = checks): Promise<Decision> {
  const findings: Finding[] = []
  for (const check of policy) {
    const finding = await attempt(check, submission)
    if (finding) findings.push(finding)
  }
  const gravest = findings.find((f) => f.verdict === "spam") ?? findings.find((f) => f.verdict === "hold")
  if (!gravest) return { status: "approved", reason: null, findings }
  return { status: gravest.verdict === "spam" ? "spam" : "pending", reason: gravest.reason, findings }
}

async function attempt(check: Check, submission: Submission): Promise<Finding | null> {
  try {
    return await check.find(submission)
  } catch (error) {
    console.error(`The check "${check.name}" failed.`, error)
    return { verdict: "hold", reason: "check-failed", evidence: check.name }
  }
}
