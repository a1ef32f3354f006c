import type { Send, UploadAnswer } from "@/components/media/uploads"

/** Sends a file by `XMLHttpRequest`, which alone tells how much has left (`fetch` does not). */
export const sendFile: Send = (file, onProgress) => {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.set("file", file, file.name)
  const answer = new Promise<UploadAnswer>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request))
    request.onerror = () => reject(new Error("no answer"))
    request.onabort = () => reject(new Error("stopped"))
  })
  request.open("POST", "/desk/media/upload")
  request.setRequestHeader("accept", "application/json")
  request.send(form)
  return { answer, stop: () => request.abort() }
}

function read({ status, responseText, responseURL }: XMLHttpRequest): UploadAnswer {
  if (/\/sign-in\b/.test(responseURL)) return { ok: false, message: signedOut }
  try {
    const [answer] = JSON.parse(responseText) as UploadAnswer[]
    if (answer) return answer
  } catch {
    // A page that says what is wrong, and no list.
  }
  return { ok: false, message: status === 413 ? tooLarge : refused }
}

const signedOut = "You are signed out. Sign in again in another tab, and send it once more."
const tooLarge = "The file is too large; 40 MB at most."
const refused = "It could not be taken. Try again in a moment."
