import http from "node:http"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { fetchReplyForm } from "../support/reply-form.ts"
import { until } from "../support/until.ts"

test("a reply that is on its way when the app is told to stop is kept and answered", async () => {
  const app = await startApp({
    DATABASE_URL: ownerUrl(),
    DATA_DIR: process.env.DATA_DIR ?? "",
  })
  const post = await createPost(database())
  const form = await fetchReplyForm(`${app.url}/posts/${post.slug}`)
  const text = `Said while the app was stopping, under ${post.slug}.`
  const fields = { comment: text, name: "Ada", email: "ada.late@example.org", website: "" }
  const body = new FormData()
  for (const [name, value] of [...form.hidden, ...Object.entries(fields)]) body.append(name, value)
  const { headers, bytes } = await encoded(body)
  const request = http.request(form.action, {
    method: "POST",
    headers: { ...headers, origin: new URL(app.url).origin, "x-forwarded-for": "198.51.100.77" },
  })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    request.on("response", (answer) => resolve(answer.resume().statusCode))
    request.on("error", reject)
  })
  request.write(bytes.subarray(0, 200))
  await new Promise((resolve) => request.once("socket", (socket) => socket.once("connect", resolve)))
  // Its first half is with the app once a later request is answered.
  await fetch(`${app.url}/readyz`)

  const stopped = app.stop()
  await until("the port to be closed", () =>
    fetch(`${app.url}/healthz`).then(
      () => false,
      () => true,
    ),
  )
  request.end(bytes.subarray(200))
  expect(await answered).toBe(303)
  expect(await stopped).toBe(0)
  const [kept] = await database().execute<{ rows: number }>(
    sql`select count(*)::int as rows from comments where body = ${text}`,
  )
  expect(kept?.rows).toBe(1)
})

async function encoded(form: FormData) {
  const request = new Request("http://localhost", { method: "POST", body: form })
  const bytes = Buffer.from(await request.arrayBuffer())
  return {
    bytes,
    headers: {
      "content-type": request.headers.get("content-type") ?? "",
      "content-length": String(bytes.length),
    },
  }
}
