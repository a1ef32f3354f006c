import { mkdtemp, readFile, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { APIRequestContext } from "@playwright/test"
import { eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost, createStaff } from "../../db/factories.ts"
import { media } from "../../db/schema/media.ts"
import { posts } from "../../db/schema/posts.ts"
import { encodeSession } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { startApp } from "../support/app.ts"
import { bucketEnvironment, startBucketServer } from "../support/bucket-server.ts"
import { arrive } from "../support/calls.ts"
import { expect, test } from "../support/fixtures.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { renderedForIn } from "../support/rendered-for.ts"
import { until } from "../support/until.ts"

const portrait = (name: string) => readFile(path.join(import.meta.dirname, `../../public/demo/${name}.webp`))

test("instances share one bucket: a picture comes from each of them, is replaced on all, and without the bucket all else goes on", async ({
  playwright,
}) => {
  const server = await startBucketServer()
  const folders = await Promise.all([1, 2].map(() => mkdtemp(path.join(os.tmpdir(), "masthead-bucket-app-"))))
  await withOwnDatabase("bucket", async (url) => {
    const bucket = bucketEnvironment(server.bucket)
    const env = { DATABASE_URL: url, DEMO: "off", ...bucket }
    const one = await startApp({ ...env, DATA_DIR: folders[0] ?? "" })
    const publicUrl = `${server.bucket.endpoint}/pictures`
    const other = await startApp({ ...env, DATA_DIR: folders[1] ?? "", S3_PUBLIC_URL: publicUrl })
    try {
      const editor = await createStaff(database(), { roles: ["editor"] })
      const cookie = await encodeSession(await startSession(editor.id))
      const visitor = await arrive(playwright, one.url, cookie)
      await send(visitor, one.url, "/desk/media/upload", "ifeoma-brandt")
      const before = await ready()
      const post = await createPost(database(), { leadMediaId: before.id })
      await database().execute(
        `insert into media_uses (media_id, post_id, place) values (${before.id}, ${post.id}, 'lead')`,
      )
      const address = `/media/${before.key}/${before.files[0]?.name}`
      expect((await fetch(one.url + address)).headers.get("content-type")).toMatch(/^image\//)

      const page = await fetch(`${other.url}/posts/${post.slug}`)
      expect(page.headers.get("content-security-policy")).toContain(
        `img-src 'self' ${server.bucket.endpoint} data:`,
      )
      expect(await page.text()).toContain(`src="${publicUrl}/files/${before.key}/`)
      const led = await fetch(other.url + address, { redirect: "manual" })
      expect(led.headers.get("location")).toBe(`${publicUrl}/files/${address.slice("/media/".length)}`)

      await send(visitor, one.url, `/desk/media/upload?picture=${before.id}&version=1`, "hyunju-pask")
      expect((await fetch(one.url + address)).status).toBe(404)
      await until("the other instance to refuse it", async () => {
        const answer = await fetch(other.url + address, { redirect: "manual" })
        return answer.status === 404
      })
      await until("the store to have it no more", async () => {
        return (await fetch(`${publicUrl}/files/${address.slice("/media/".length)}`)).status === 404
      })
      const after = await ready()
      expect([after.id, after.key === before.key]).toEqual([before.id, false])
      await until("the other instance to show the new one", async () => {
        const text = await (await fetch(`${other.url}/posts/${post.slug}`)).text()
        return text.includes(after.key) && !text.includes(before.key)
      })

      await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, post.id))
      await server.stop()
      const lost = await fetch(`${one.url}/media/${after.key}/${after.files[0]?.name}`)
      expect([lost.status, lost.headers.get("retry-after")]).toEqual([503, "2"])
      const refused = await send(visitor, one.url, "/desk/media/upload", "mateusz-orrell")
      expect(refused).toBe("/desk/media?upload=not-stored%3Amateusz-orrell.webp")
      expect((await fetch(one.url)).status).toBe(200)
      expect((await fetch(`${one.url}/readyz`)).status).toBe(200)
      await visitor.dispose()
    } finally {
      await Promise.all([one.stop(), other.stop()])
    }
  })
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

/** Where a form with a picture leads. */
async function send(
  visitor: APIRequestContext,
  origin: string,
  address: string,
  name: string,
): Promise<string> {
  const renderedFor = renderedForIn(await (await visitor.get("/desk/media")).text())
  const file = { name: `${name}.webp`, mimeType: "image/webp", buffer: await portrait(name) }
  const answer = await visitor.post(address, {
    headers: { origin },
    multipart: { file, renderedFor },
    maxRedirects: 0,
  })
  expect(answer.status(), await answer.text()).toBe(303)
  return answer.headers().location ?? ""
}

/** The only picture, when all of its sizes are there. */
async function ready() {
  let row: typeof media.$inferSelect | undefined
  await until("all sizes", async () => {
    ;[row] = await database().select().from(media)
    return row?.state === "ready"
  })
  if (!row) throw new Error("There is no picture.")
  return row
}
