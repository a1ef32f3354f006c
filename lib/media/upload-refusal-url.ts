import { z } from "zod"
import { imageRefusal } from "@/lib/media/images/messages"
import { type ImageProblem, imageProblems } from "@/lib/media/images/types"
import { mostFiles } from "@/lib/media/limits"
import {
  type FormProblem,
  formSentences,
  type UploadRefusal,
  uploadRefusal,
} from "@/lib/media/upload-refusal"

/** So much of a URL the refusals may fill, in characters; proxies take 4 kB at least. */
const longest = 3000

/** A URL of the desk that says what was not taken, for forms that are sent without scripts. */
export function uploadRefusalUrl(page: string, refusals: readonly UploadRefusal[]): string {
  const query = new URLSearchParams()
  for (const [at, refusal] of refusals.entries()) {
    query.append("upload", `${refusal.problem}${"filename" in refusal ? `:${refusal.filename}` : ""}`)
    if (query.toString().length < longest) continue
    query.set("more", String(refusals.length - at - 1))
    break
  }
  return `${page}?${query}`
}

const problems = [...imageProblems, ...(Object.keys(formSentences) as FormProblem[]), "stale" as const]

const refusalParam = z
  .string()
  .max(2000)
  .transform((text) => {
    const [problem, ...filename] = text.split(":")
    return { problem, filename: filename.join(":") }
  })
  .pipe(z.object({ problem: z.enum(problems), filename: z.string() }))
  .transform(({ problem, filename }) => sentenceFor(problem, filename))

function sentenceFor(problem: (typeof problems)[number], filename: string): string {
  if (problem === "stale") return uploadRefusal({ ok: false, problem, by: null })
  return problem in formSentences
    ? formSentences[problem as FormProblem]
    : imageRefusal(filename, problem as ImageProblem)
}

const params = z.object({
  upload: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
  more: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .catch(0),
})

/** What an upload did not take, as the URL says it. */
export function uploadRefusalsIn(query: Readonly<Record<string, unknown>>): string[] {
  const { upload: list, more } = params.parse(query)
  const sentences = new Set(
    list.slice(0, mostFiles).flatMap((text) => refusalParam.safeParse(text).data ?? []),
  )
  if (more > 0) sentences.add(`${more} more ${more === 1 ? "file was" : "files were"} not taken.`)
  return [...sentences]
}
