import { z } from "zod"
import { anotherPerson } from "@/lib/auth/messages"
import { imageRefusal } from "@/lib/media/images/messages"
import { type ImageProblem, imageProblems } from "@/lib/media/images/types"
import { mostFiles } from "@/lib/media/limits"
import {
  detailsRefusal,
  diskNearlyFull,
  noFileSent,
  notReceived,
  replacementUnclear,
  tooManyFiles,
} from "@/lib/media/messages"

const sentences = {
  "another-person": anotherPerson,
  "disk-nearly-full": diskNearlyFull,
  "in-use": detailsRefusal({ reason: "in-use" }),
  "no-file": noFileSent,
  "not-allowed": detailsRefusal({ reason: "not-allowed" }),
  "not-found": detailsRefusal({ reason: "not-found" }),
  "not-received": notReceived,
  "replacement-unclear": replacementUnclear,
  "too-many-files": tooManyFiles,
}

type FormProblem = keyof typeof sentences

/** Why a file, or a form as a whole, was not taken. */
export type UploadRefusal = { ok: false } & (
  | { problem: ImageProblem; filename: string }
  | { problem: FormProblem }
  | { problem: "stale"; by: string | null }
)

export function uploadRefusal(refusal: UploadRefusal): string {
  if (refusal.problem === "stale") return detailsRefusal({ reason: "stale", by: refusal.by })
  return "filename" in refusal ? imageRefusal(refusal.filename, refusal.problem) : sentences[refusal.problem]
}

/** Whether the same file may be taken another time. */
export function isPassing({ problem }: UploadRefusal): boolean {
  return ["not-received", "not-stored", "disk-nearly-full", "another-person"].includes(problem)
}

/** So much of an address the refused files may fill, in characters; proxies take 4 kB at least. */
const longest = 3000

/** An address of the desk that says what was not taken, for forms that are sent without scripts. */
export function refusedHref(page: string, refusals: readonly UploadRefusal[]): string {
  const query = new URLSearchParams()
  for (const [at, refusal] of refusals.entries()) {
    query.append("upload", `${refusal.problem}${"filename" in refusal ? `:${refusal.filename}` : ""}`)
    if (query.toString().length < longest) continue
    query.set("more", String(refusals.length - at - 1))
    break
  }
  return `${page}?${query}`
}

const problems = [...imageProblems, ...(Object.keys(sentences) as FormProblem[]), "stale" as const]

const refused = z
  .string()
  .max(2000)
  .transform((text) => {
    const [problem, ...filename] = text.split(":")
    return { problem, filename: filename.join(":") }
  })
  .pipe(z.object({ problem: z.enum(problems), filename: z.string() }))
  .transform(({ problem, filename }) => sentenceOf(problem, filename))

function sentenceOf(problem: (typeof problems)[number], filename: string): string {
  if (problem === "stale") return uploadRefusal({ ok: false, problem, by: null })
  return problem in sentences
    ? sentences[problem as FormProblem]
    : imageRefusal(filename, problem as ImageProblem)
}

const addresses = z.object({
  upload: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
  more: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .catch(0),
})

/** What an upload did not take, as the address says it. */
export function refusedSentences(query: Readonly<Record<string, unknown>>): string[] {
  const { upload: list, more } = addresses.parse(query)
  const said = new Set(list.slice(0, mostFiles).flatMap((text) => refused.safeParse(text).data ?? []))
  if (more > 0) said.add(`${more} more ${more === 1 ? "file was" : "files were"} not taken.`)
  return [...said]
}
