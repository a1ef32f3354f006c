import { z } from "zod"
import { anotherPerson } from "@/lib/auth/messages"
import type { FetchProblem } from "@/lib/fetch-guard/fetch-public"
import { shownName } from "@/lib/media/images/messages"
import { keptIds } from "@/lib/media/library-url"
import { largestUpload, mostFiles } from "@/lib/media/limits"

export const notReceived = "The upload was interrupted and nothing was saved. Upload it again."

export const signedOutMeanwhile =
  "You have been signed out, and this was not taken. Sign in in another tab, then send it again."

export const noFileSent = "Choose a file first."

export const replacementUnclear =
  "Which picture this file should replace is not clear. Go back, reload the page and choose the file again."

export const diskNearlyFull =
  "The server has too little space left for pictures, and nothing was taken. Tell whoever runs it."

export const tooManyFiles = `Only the first ${mostFiles} files were taken. Send the others again.`

export const remoteUnclear = "The address of this picture is too long or missing."

/** Why a picture was not fetched from another site. */
export type ImportProblem = FetchProblem | "busy" | "too-many"

const saveAndUpload = "Save it to your device and upload it."

const importSentences: Record<ImportProblem, string> = {
  busy: "has to wait, since several pictures are being fetched for you already. Try again in a moment.",
  "not-public": `is at an address that only its own network can reach. ${saveAndUpload}`,
  "not-there": `is not at its address any more, or is shown only to people who are signed in there. ${saveAndUpload}`,
  "too-large": `is larger than ${largestUpload / 1024 / 1024} MB. Save it to your device, make it smaller and upload it.`,
  "too-many": "was not fetched, since you have imported many pictures. Try again in an hour.",
  "too-many-redirects": `could not be fetched: it redirects too many times. ${saveAndUpload}`,
  "too-slow":
    "could not be fetched, because the other site is too slow. Try again later, or save it to your device and upload it.",
  unreachable:
    "could not be fetched, because the other site does not answer. Try again later, or save it to your device and upload it.",
  "wrong-type": `is no picture: there is something else at its address. ${saveAndUpload}`,
}

export function importRefusal(filename: string, problem: ImportProblem): string {
  return `“${shownName(filename)}” ${importSentences[problem]}`
}

export const detailsSaved = "Saved."

type Refusal =
  | { reason: "not-found" }
  | { reason: "not-allowed" }
  | { reason: "in-use" }
  | { reason: "stale"; by: string | null }

/** Why what is kept with a picture was not saved. */
export function detailsRefusal(refusal: Refusal): string {
  if (refusal.reason === "not-found") return "This picture is no longer in the library."
  if (refusal.reason === "not-allowed") return "Only editors and the person who uploaded it can change it."
  if (refusal.reason === "in-use")
    return "Readers, an approved story or somebody else’s have this picture, so only an editor can change it now."
  return `${refusal.by ?? "Somebody"} has changed this picture since you opened it. Copy what you typed, then reload the page.`
}

type NotTaken = "not-found" | "not-allowed" | "shown"

/** Why a picture was not taken down. */
export function takeDownRefusal(reason: NotTaken): string {
  if (reason === "shown")
    return "Readers can see a page with this picture. Withdraw the story, choose another picture there, or replace the file."
  return detailsRefusal({ reason })
}

export const takenDownSaid =
  "Taken down. The old addresses end at once, or within an hour where a public store serves the pictures. New files are being made for the library."

const count = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .catch(0)

const answers = z.object({ deleted: count, denied: count })

/** What was just deleted and what was not, as the address says it; empty where nothing was done. */
export function deletedSentences(query: Readonly<Record<string, unknown>>): string {
  if (query.problem === "another-person") return anotherPerson
  const { deleted, denied } = answers.parse(query)
  const kept = keptIds(query).length
  return [
    deleted > 0 ? `${pictures(deleted)} deleted.` : "",
    kept > 0 ? `${pictures(kept)} kept, since stories use ${kept === 1 ? "it" : "them"}.` : "",
    denied > 0 ? `${pictures(denied)} left alone: not yours to delete, or gone already.` : "",
  ]
    .filter(Boolean)
    .join(" ")
}

const pictures = (count: number) => (count === 1 ? "1 picture" : `${count} pictures`)

export const sitePictureRefusals = {
  "not-allowed": "Your roles do not include the settings.",
  "not-found": "This picture is not in the library any more. Choose another one.",
}

/** What was done with the logo or the social picture. */
export function sitePictureDone(place: "logo" | "social", isChosen: boolean): string {
  const name = place === "logo" ? "logo" : "social picture"
  return isChosen ? `Saved. Readers get this ${name} from now on.` : `The ${name} is removed.`
}
