import { randomBytes } from "node:crypto"
import sharp from "sharp"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import type { Instance } from "./instance.ts"
import { signIn } from "./moderators.ts"
import { memoryOf, proportionalSize } from "./processes.ts"
import { fact, megabytes, ms, type Row, row } from "./table.ts"
import { send } from "./wire.ts"

const uploads = 30
const photographBytes = 20_000_000

/** Thirty photographs of 20 MB come at once while readers ask for a story: how long those wait, and what the app holds. */
export async function measureUploads({ app }: Instance): Promise<Row[]> {
  const { slug } = await createPost(database(), { slug: "a-story-beside-uploads" })
  const story = `${app.url}/posts/${slug}`
  const headers = await signIn(app.url, "editor")
  const photograph = await makePhotograph()
  const pid = app.process.pid ?? 0
  const end = Date.now() + 10_000
  await waitsOf(story, () => Date.now() > end - 8000)
  const quiet = late(await waitsOf(story, () => Date.now() > end))
  const before = { app: proportionalSize(pid), all: memoryOf(pid) ?? 0 }
  const most = { ...before }
  const watching = setInterval(() => {
    most.app = Math.max(most.app, proportionalSize(pid))
    most.all = Math.max(most.all, memoryOf(pid) ?? 0)
  }, 250)
  let over = false
  const reading = waitsOf(story, () => over)
  const statuses = await Promise.all(
    Array.from({ length: uploads }, (_, at) =>
      upload(`${app.url}/desk/media/upload`, headers, photograph, at),
    ),
  )
  over = true
  const busy = late(await reading)
  clearInterval(watching)
  const taken = statuses.filter((ok) => ok).length
  return [
    {
      ...fact(`${uploads} photographs of 20 MB at once, in the library`, String(taken)),
      budget: String(uploads),
      verdict: taken === uploads ? "pass" : "wrong",
    },
    row("  a reader meanwhile, 99 of 100 within", busy, { atMost: 2 * quiet }, ms, `quiet ${ms(quiet)}`),
    row(
      "  what the app holds more, at most",
      most.app - before.app,
      { atMost: 60_000_000 },
      megabytes,
      `${megabytes(before.app)} before; with the decoding process and the database ${megabytes(most.all)} at most, ${megabytes(before.all)} before`,
    ),
  ]
}

/** A photograph of this size, to which each upload adds a few bytes of its own. */
async function makePhotograph(): Promise<Buffer> {
  const [width, height] = [6000, 4000]
  const data = randomBytes(width * height * 3)
  const made = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
  return made.length < photographBytes
    ? Buffer.concat([made, Buffer.alloc(photographBytes - made.length)])
    : made
}

async function upload(
  url: string,
  headers: Record<string, string>,
  photograph: Buffer,
  at: number,
): Promise<boolean> {
  const body = new FormData()
  body.append("file", new Blob([new Uint8Array(photograph), String(at)]), `photograph-${at}.jpg`)
  const sent = { method: "POST", body, headers: { ...headers, accept: "application/json" } }
  const answer = await fetch(url, sent).catch(() => null)
  const [only] = answer?.status === 200 ? ((await answer.json()) as { ok: boolean }[]) : []
  return only?.ok ?? false
}

/** Fifty readers a second, who do not wait for each other. */
async function waitsOf(url: string, over: () => boolean): Promise<number[]> {
  const waits: Promise<number>[] = []
  while (!over()) {
    const began = performance.now()
    waits.push(
      send(url, { headers: { "accept-encoding": "gzip" } }).then(
        ({ status }) => (status === 200 ? performance.now() - began : Number.POSITIVE_INFINITY),
        () => Number.POSITIVE_INFINITY,
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return Promise.all(waits)
}

function late(waits: number[]): number {
  return waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * 0.99)] ?? Number.POSITIVE_INFINITY
}
