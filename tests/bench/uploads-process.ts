// Those who upload have machines of their own: this process comes last on the one that is measured.
import { randomBytes } from "node:crypto"
import os from "node:os"
import sharp from "sharp"

/** What a signed-in browser sends, and what its forms say. */
export type UploadSession = { headers: Record<string, string>; renderedFor: string }

export type Uploading = { url: string; sessions: UploadSession[]; count: number; bytes: number }

os.setPriority(19)

process.on("message", async (uploading: Uploading | "begin") => {
  if (uploading !== "begin") {
    prepared = prepare(uploading)
    await prepared
    process.send?.("ready")
    return
  }
  const send = await prepared
  process.send?.(await send?.(), () => process.disconnect())
})

let prepared: Promise<() => Promise<number>> | undefined

async function prepare({ url, sessions, count, bytes }: Uploading) {
  const photograph = await makePhotograph(bytes)
  return async () => {
    const taken = await Promise.all(
      Array.from({ length: count }, (_, at) => upload(url, sessions[at % sessions.length], photograph, at)),
    )
    return taken.filter((ok) => ok).length
  }
}

/** A photograph of this size, to which each upload adds a few bytes of its own. */
async function makePhotograph(bytes: number): Promise<Blob> {
  const [width, height] = [6000, 4000]
  const data = randomBytes(width * height * 3)
  const made = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  return new Blob([new Uint8Array(made), new Uint8Array(Math.max(0, bytes - made.length))])
}

async function upload(
  url: string,
  session: UploadSession | undefined,
  photograph: Blob,
  at: number,
): Promise<boolean> {
  const body = new FormData()
  body.append("file", new Blob([photograph, String(at)]), `photograph-${at}.jpg`)
  body.append("renderedFor", session?.renderedFor ?? "")
  const sent = { method: "POST", body, headers: { ...session?.headers, accept: "application/json" } }
  const answer = await fetch(url, sent).catch(() => null)
  const [only] = answer?.status === 200 ? ((await answer.json()) as { ok: boolean }[]) : []
  return only?.ok ?? false
}
