import { fork } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { renderedForIn } from "../support/rendered-for.ts"
import { execArgv } from "./exec-argv.ts"
import type { Instance } from "./instance.ts"
import { signIn } from "./moderators.ts"
import { memoryOf, proportionalSize } from "./processes.ts"
import { read } from "./readers.ts"
import { fact, megabytes, ms, type Row, row } from "./table.ts"
import type { Uploading, UploadSession } from "./uploads-process.ts"

const uploads = 30
/** Of one session. */
const uploadsEach = 4
const photographBytes = 20_000_000

/** Seconds. */
const warmUp = 3

/** Thirty photographs of 20 MB come at once while readers ask for a story: how long those wait, and what the app holds. */
export async function measureUploads({ app }: Instance): Promise<Row[]> {
  const { slug } = await createPost(database(), { slug: "a-story-beside-uploads" })
  const story = `${app.url}/posts/${slug}`
  const sessions = await openSessions(app.url, Math.ceil(uploads / uploadsEach))
  const url = `${app.url}/desk/media/upload`
  // What takes uploads is loaded by the first of them.
  const first = await startUploads({ url, sessions, count: 4, bytes: photographBytes })
  await first()
  const upload = await startUploads({ url, sessions, count: uploads, bytes: photographBytes })
  const pid = app.process.pid ?? 0
  const quiet = await waitOfReaders(story)
  const before = { app: proportionalSize(pid), all: memoryOf(pid) ?? 0 }
  const most = { ...before }
  const watching = setInterval(() => {
    most.app = Math.max(most.app, proportionalSize(pid))
    most.all = Math.max(most.all, memoryOf(pid) ?? 0)
  }, 500)
  const reading = waitOfReaders(story)
  await sleep(1000 * (warmUp + 1))
  const began = Date.now()
  const taken = await upload()
  const seconds = (Date.now() - began) / 1000
  const busy = await reading
  clearInterval(watching)
  return [
    {
      ...fact(`${uploads} photographs of 20 MB at once, in the library`, String(taken)),
      budget: String(uploads),
      verdict: taken === uploads ? "pass" : "wrong",
      note: `in ${seconds.toFixed()} s; readers are measured in the first 15`,
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

/** From a page of the desk the edge knows the sessions for which most places for uploads are reserved. */
async function openSessions(url: string, count: number): Promise<UploadSession[]> {
  const sessions: UploadSession[] = []
  while (sessions.length < count) {
    const headers = await signIn(url, "editor")
    const renderedFor = renderedForIn(await (await fetch(`${url}/desk/media`, { headers })).text())
    sessions.push({ headers, renderedFor })
  }
  return sessions
}

/** Sends the photographs when it is told to, and answers how many were taken. */
async function startUploads(uploading: Uploading): Promise<() => Promise<number>> {
  const child = fork(new URL("./uploads-process.ts", import.meta.url), { execArgv })
  const said = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once("message", resolve)
      child.once("error", reject)
      child.once("exit", (code) => reject(new Error(`The uploads ended with ${code}.`)))
    })
  const ready = said()
  child.send(uploading)
  await ready
  return async () => {
    const taken = said()
    child.send("begin")
    return Number(await taken)
  }
}

/** Of a hundred readers a second. One who gets no page waits for ever. */
async function waitOfReaders(url: string): Promise<number> {
  const { waits, failed } = await read({ urls: [url], warmUp, seconds: 15, perSecond: 100 })
  return late([...waits, ...Array<number>(failed).fill(Number.POSITIVE_INFINITY)])
}

function late(waits: number[]): number {
  return waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * 0.99)] ?? Number.POSITIVE_INFINITY
}
