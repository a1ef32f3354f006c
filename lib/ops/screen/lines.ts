import fs from "node:fs"
import { z } from "zod"

/** A line that cannot be read; the message names it and is for whoever runs the command. */
export class LineError extends Error {}

const text = z
  .string()
  .nullish()
  .transform((typed) => typed ?? "")

const comment = z.object({
  name: text,
  email: text,
  website: text,
  body: z.string(),
  spam: z
    .boolean()
    .nullish()
    .transform((spam) => spam ?? undefined),
})

/** A comment as a line gives it; `spam` says what a moderator decided, or nothing. Lines count from 1. */
export type Line = { line: number; said: Omit<z.output<typeof comment>, "spam">; spam: boolean | undefined }

/** A comment of the longest allowed text, every letter of it escaped. */
const longestLine = 1_000_000
const mostLines = 1_000_000

/**
 * Reads a file of JSON lines as a stream; empty lines are passed over.
 * @throws {LineError} at the first line that is no comment, or too long, or too many
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0
  for await (const written of linesOf(file)) {
    number++
    if (number > mostLines) throw new LineError(`A file can have ${mostLines} lines; this one has more.`)
    if (written.length > longestLine)
      throw new LineError(`Line ${number} is longer than ${longestLine} letters.`)
    if (written.trim() === "") continue
    const { spam, ...said } = parse(written, number)
    yield { line: number, said, spam }
  }
}

function parse(written: string, number: number): z.output<typeof comment> {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    throw new LineError(`Line ${number} is not JSON.`)
  }
  const result = comment.safeParse(value)
  if (result.success) return result.data
  throw new LineError(
    `Line ${number} is not a comment: write {"name": …, "email": …, "website": …, "body": …}, and "spam": true or false to teach.`,
  )
}

/** The lines of a file. One that never ends is given up early, cut to a little more than the longest allowed. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun = ""
  for await (const piece of fs.createReadStream(file, { encoding: "utf8" })) {
    const lines = (begun + piece).split("\n")
    begun = lines.pop() ?? ""
    yield* lines
    if (begun.length > longestLine) yield begun
  }
  if (begun !== "") yield begun
}
