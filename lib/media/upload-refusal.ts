import { anotherPerson } from "@/lib/auth/messages"
import { imageRefusal } from "@/lib/media/images/messages"
import type { ImageProblem } from "@/lib/media/images/types"
import {
  detailsRefusal,
  diskNearlyFull,
  noFileSent,
  notReceived,
  replacementUnclear,
  signedOutMeanwhile,
  tooManyFiles,
} from "@/lib/media/messages"

/** For problems that are no file's. */
export const formSentences = {
  "another-person": anotherPerson,
  "disk-nearly-full": diskNearlyFull,
  "in-use": detailsRefusal({ reason: "in-use" }),
  "no-file": noFileSent,
  "not-allowed": detailsRefusal({ reason: "not-allowed" }),
  "not-found": detailsRefusal({ reason: "not-found" }),
  "not-received": notReceived,
  "replacement-unclear": replacementUnclear,
  "signed-out": signedOutMeanwhile,
  "too-many-files": tooManyFiles,
}

export type FormProblem = keyof typeof formSentences

/** Why a file, or a form as a whole, was not taken. */
export type UploadRefusal = { ok: false } & (
  | { problem: ImageProblem; filename: string }
  | { problem: FormProblem }
  | { problem: "stale"; by: string | null }
)

export function uploadRefusal(refusal: UploadRefusal): string {
  if (refusal.problem === "stale") return detailsRefusal({ reason: "stale", by: refusal.by })
  return "filename" in refusal
    ? imageRefusal(refusal.filename, refusal.problem)
    : formSentences[refusal.problem]
}

/** What a script is told; `retry` where the same file may be taken another time. */
export type RefusalAnswer = { ok: false; message: string; retry: boolean }

export function refusalAnswer(refusal: UploadRefusal): RefusalAnswer {
  return { ok: false, message: uploadRefusal(refusal), retry: isTemporary(refusal) }
}

function isTemporary({ problem }: UploadRefusal): boolean {
  return ["not-received", "not-stored", "disk-nearly-full", "another-person", "signed-out"].includes(problem)
}
