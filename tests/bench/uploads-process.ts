// Those who upload have machines of their own: this process comes last on the one that is measured.
import { randomBytes } from "node:crypto"
import os from "node:os"
import sharp from "sharp"

export type Uploading = { url: string; sessions: Record<string, string>[]; count: number; bytes: number }

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
      Array.from({ length: count }, (_, at) =>
        upload(url, sessions[at % sessions.length] ?? {}, photograph, at),
      ),
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
  headers: Record<string, string>,
  photograph: Blob,
  at: number,
): Promise<boolean> {
  const body = new FormData()
  body.append("file", new Blob([photograph, String(at)]), `photograph-${at}.jpg`)
  const sent = { method: "POST", body, headers: { ...headers, accept: "application/json" } }
  const answer = await fetch(url, sent).catch(() => null)
  const [only] = answer?.status === 200 ? ((await answer.json()) as { ok: boolean }[]) : []
  return only?.ok ?? false
}
