import { type Send, tooLarge, type UploadAnswer } from "@/components/media/upload"

/**
 * Sends a file, or an address to fetch one from, by `XMLHttpRequest`, which alone tells how much has left (`fetch` does
 * not). `signed` says for whom the page was rendered.
 */
export const sendFile =
  (signed: (form: FormData) => FormData): Send =>
  (source, onProgress) => {
    const request = new XMLHttpRequest()
    const form = signed(new FormData())
    const isFile = source instanceof File
    if (isFile) form.set("file", source, source.name)
    else form.set("address", source.address)
    const answer = new Promise<UploadAnswer>((resolve, reject) => {
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
      request.onload = () => resolve(answerIn(request))
      request.onerror = () => reject(new Error("no answer"))
      request.onabort = () => reject(new Error("stopped"))
    })
    request.open("POST", isFile ? "/desk/media/upload" : "/desk/media/fetch")
    request.setRequestHeader("accept", "application/json")
    request.send(form)
    return { answer, stop: () => request.abort() }
  }

type Response = Pick<XMLHttpRequest, "status" | "responseText" | "responseURL">

/** What the site says of the file. A page in place of the list is about the moment and not about the file. */
export function answerIn({ status, responseText, responseURL }: Response): UploadAnswer {
  if (/\/sign-in\b/.test(responseURL)) return { ok: false, message: signedOut, retry: true }
  if (status === 413) return { ok: false, message: tooLarge, retry: false }
  try {
    const [answer] = [JSON.parse(responseText)].flat() as UploadAnswer[]
    if (status === 200 && answer) return answer
  } catch {
    // See above.
  }
  return { ok: false, message: failed, retry: true }
}

const signedOut = "You have been signed out. Sign in in another tab, then press Try again."
const failed = "The upload failed. Try again in a moment."
