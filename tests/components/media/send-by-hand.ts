import type { UploadAnswer } from "@/components/media/upload"
import { Uploads } from "@/components/media/uploads"
import type { LibraryEntry } from "@/lib/media/queries"
import { deferred } from "../../support/deferred.ts"

const picture = (id: number) => ({ id }) as LibraryEntry
export const taken = (id: number): UploadAnswer => ({ ok: true, picture: picture(id), twin: false })
export const file = (name: string) => new File(["x"], name, { type: "image/jpeg" })

/** Uploads whose answers are given by the test, in the order in which the files were sent. */
export function sendByHand() {
  const sent: {
    name: string
    progress(part: number): void
    answer(answer: UploadAnswer): Promise<void>
    lose(): Promise<void>
    stopped: boolean
  }[] = []
  const arrived: number[] = []
  const uploads = new Uploads(
    (file, progress) => {
      const { promise, resolve, reject } = deferred<UploadAnswer>()
      const settled = async () => new Promise<void>((done) => setImmediate(done))
      const one = {
        name: file.name,
        progress,
        answer(answer: UploadAnswer) {
          resolve(answer)
          return settled()
        },
        lose() {
          reject(new Error("no answer"))
          return settled()
        },
        stopped: false,
      }
      sent.push(one)
      return {
        answer: promise,
        stop: () => {
          one.stopped = true
          reject(new Error("stopped"))
        },
      }
    },
    ({ id }) => arrived.push(id),
  )
  const states = () => uploads.view().map(({ state }) => state)
  return { uploads, sent, arrived, states }
}
