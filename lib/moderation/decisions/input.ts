import { z } from "zod"
import { limits } from "@/lib/comments/input"
import { blackoutReasons, longestLine, rejectionReasons } from "@/lib/comments/reasons"
import { decisionNames } from "@/lib/moderation/types"
import { formSchema } from "@/lib/parse-form"
import { longestBlackout } from "@/lib/text/blackout"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

/** The query of the page that a form stood on; read again by `readView`, so that it can say anything. */
const backTo = z.string().catch("")

const rows = { id: 100, version: 100, standing: 100, back: 3000 }

/** What was before the moderator's eyes. */
const seen = { id: rowNumber, version: rowNumber, standing: rowNumberOrNull, back: backTo }

/** Null where none was chosen, or one that a page made before an update offered. */
function reasonOf<const Keys extends readonly string[]>(keys: Keys) {
  return z.enum(keys).nullable().catch(null).default(null)
}

/** One press of a button in the queue. */
export const decisionInput = formSchema(
  z.discriminatedUnion("decision", [
    z.object({
      decision: z.literal("reject"),
      ...seen,
      reason: reasonOf(rejectionReasons),
      /** What its author is told beside the reason. */
      line: z
        .string()
        .default("")
        .transform(cleanLine)
        .refine((line) => [...line].length <= longestLine, `Keep the line to ${longestLine} characters.`),
    }),
    z.object({
      decision: z.literal("blackout"),
      ...seen,
      reason: reasonOf(blackoutReasons),
      /** As they stand in the comment. */
      words: z
        .string()
        .default("")
        .transform(cleanText)
        .refine(
          (words) => words.length <= longestBlackout,
          `At most ${longestBlackout} letters can be blacked out at once.`,
        ),
    }),
    z.object({
      decision: z.enum(decisionNames).exclude(["reject", "blackout"]),
      ...seen,
      /** The appeal, the denial of one, the note, the blackout or the change of a story's mode that is meant. */
      about: rowNumberOrNull.default(null),
      /** The story, where it is about its whole thread. */
      story: rowNumberOrNull.default(null),
    }),
  ]),
  {
    ...rows,
    decision: 100,
    reason: 100,
    line: 6 * longestLine,
    words: 6 * longestBlackout,
    about: 100,
    story: 100,
  },
)

export type DecisionInput = z.output<typeof decisionInput.schema>

/** A text about a comment: a note for colleagues, or an answer to its author. */
export const textInput = formSchema(
  z.object({
    id: rowNumber,
    text: z.string().default(""),
    /** What was seen of a comment that is approved with the answer; absent where it is only answered. */
    version: rowNumber.optional(),
    standing: rowNumberOrNull.default(null),
    /** Set where scripts run: the answer then comes to the card instead of a page. */
    inPlace: z.string().default(""),
    back: backTo,
  }),
  { ...rows, text: 2 * limits.bodyBytes, inPlace: 100 },
)

/** Which card somebody has come to, and which they have left. */
export const openInput = formSchema(
  z.object({ id: rowNumberOrNull.default(null), left: rowNumberOrNull.default(null) }),
  { id: 100, left: 100 },
)
