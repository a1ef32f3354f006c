import path from "node:path"
import { inWords, noFigures, note } from "@/lib/ops/screen/figures"
import { LineError, readLines } from "@/lib/ops/screen/lines"
import { startScreening } from "@/lib/ops/screen/verdict"

/** Where words go: standard output and standard error, or a test's. `say` resolves when there is room for more. */
export type Output = { say(line: string): Promise<void>; complain(line: string): void }

const usage = "Write `npm run screen -- FILE.jsonl`, with one {name, email, website, body} a line."

/**
 * `npm run screen -- FILE.jsonl`: one verdict a line, as a fresh site gives it that has learnt from the lines with
 * `spam: true` or `false`. Those teach first, wherever they stand, and get no verdict; when every line has one, each
 * is judged by all the others, and a summary says how often that was right. Asks no database. Answers the exit code.
 */
export async function screenCommand(args: readonly string[], output: Output): Promise<number> {
  const [file, ...rest] = args
  if (!file || file.startsWith("-") || rest.length > 0) return refuse(output, usage)
  try {
    await screenFile(path.resolve(process.env.INIT_CWD ?? process.cwd(), file), output)
    return 0
  } catch (error) {
    if (error instanceof LineError) return refuse(output, error.message)
    if ((error as NodeJS.ErrnoException).code) return refuse(output, `${file} cannot be read.`)
    throw error
  }
}

async function screenFile(file: string, output: Output): Promise<void> {
  const screening = startScreening()
  let open = 0
  for await (const { said, spam } of readLines(file)) {
    if (spam === undefined) open++
    else screening.learn(said, spam)
  }
  const figures = noFigures()
  for await (const { line, said, spam } of readLines(file)) {
    if (open > 0 && spam !== undefined) {
      screening.remember(line, said)
      continue
    }
    const verdict = await screening.judge(line, said, spam)
    await output.say(JSON.stringify(verdict))
    if (spam !== undefined) note(figures, { spam, caught: verdict.verdict !== "pass" })
  }
  if (open === 0 && figures.spam + figures.ham > 0) output.complain(inWords(figures))
}

function refuse(output: Output, sentence: string): number {
  output.complain(sentence)
  return 1
}
