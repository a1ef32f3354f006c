import { openAsBlob } from "node:fs"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import http from "node:http"
import os from "node:os"
import path from "node:path"
import { eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { jobs } from "../../db/schema/jobs.ts"
import { media } from "../../db/schema/media.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { makePhotographs } from "../support/photographs.ts"
import { until } from "../support/until.ts"

test("when the app is killed, an upload under way leaves no picture, and one that was taken gets all its sizes after the next start", async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "masthead-killed-uploads-"))
  const [photograph = ""] = await makePhotographs(test.info().outputPath("photographs"), ["quay.jpg"])
  const work = path.join(dataDir, "media", "work")
  await withOwnDatabase("killed_uploads", async (url) => {
    const env = { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "off" }
    let app = await startApp(env)
    try {
      const editor = await createStaff(database(), { roles: ["editor"] })
      const cookie = `${sessionCookieName()}=${await encodeSession(await startSession(editor.id))}`
      const sender = { cookie, id: editor.id }
      const half = beginUpload(app.url, cookie)
      await until("the first bytes", async () => (await readdir(work).catch(() => [])).length > 0)
      await app.kill()
      expect(await half).toBe("no answer")
      expect(await database().$count(media)).toBe(0)

      app = await startApp(env)
      expect(await upload(app.url, sender, photograph)).toMatchObject([{ ok: true, twin: false }])
      const [taken] = await database().select().from(media)
      expect(taken?.state).toBe("processing")
      await app.kill()
      // The killed worker's lease would keep its job for a minute.
      await database().update(jobs).set({ leasedUntil: null })
      app = await startApp(env)
      expect(await upload(app.url, sender, photograph)).toMatchObject([{ ok: true, twin: true }])
      await until("all sizes", async () => {
        const [row] = await database()
          .select()
          .from(media)
          .where(eq(media.id, taken?.id ?? 0))
        return row?.state === "ready"
      })
      const [row] = await database().select().from(media)
      for (const { name } of row?.files ?? [])
        expect((await fetch(`${app.url}/media/${row?.key}/${name}`)).status, name).toBe(200)
      expect(await database().$count(media)).toBe(1)
    } finally {
      await app.stop()
    }
  })
  await rm(dataDir, { recursive: true, force: true })
})

/** Sends the beginning of a photograph, and then nothing. */
function beginUpload(url: string, cookie: string): Promise<string> {
  const boundary = "half"
  const headers = {
    cookie,
    origin: url,
    accept: "application/json",
    "content-type": `multipart/form-data; boundary=${boundary}`,
  }
  return new Promise((resolve) => {
    const request = http.request(`${url}/desk/media/upload`, { method: "POST", headers })
    request.on("response", ({ statusCode }) => resolve(String(statusCode)))
    request.on("error", () => resolve("no answer"))
    request.write(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="half.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    )
    request.write(Buffer.alloc(1_000_000, 1))
  })
}

type Sender = { cookie: string; id: number }

async function upload(url: string, { cookie, id }: Sender, file: string): Promise<unknown> {
  const body = new FormData()
  body.append("renderedFor", String(id))
  body.append("file", await openAsBlob(file), path.basename(file))
  const headers = { cookie, origin: url, accept: "application/json" }
  return (await fetch(`${url}/desk/media/upload`, { method: "POST", body, headers })).json()
}
