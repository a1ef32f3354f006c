import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { startApp } from "../support/app.ts"
import { openCluster } from "../support/cluster.ts"
import { copyDemo } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { fetchReplyForm, postReply } from "../support/reply-form.ts"

test("whoever was answered is heard exactly once, even when the app is killed among 200 comments", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-killed-"))
  const env = { DATA_DIR: dataDir, DATABASE_URL: "" }
  copyDemo(dataDir)
  let app = await startApp(env)
  try {
    const story = await firstStory(app.url)
    let form = await fetchReplyForm(story)
    const replies = Array.from({ length: 200 }, (_, n) => ({
      comment: `The ${n}th thing that somebody wanted to say.`,
      name: `Reader ${n}`,
      email: `reader-${n}@example.com`,
    }))
    const answered = new Set<number>()
    const waiting = [...replies.keys()]
    const visitor = async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
        const reply = replies[n]
        if (reply && (await postReply(form, reply, network(n))) === 303) answered.add(n)
        if (answered.size === 100) await app.kill()
      }
    }
    await Promise.all(Array.from({ length: 8 }, visitor))
    expect(answered.size).toBeGreaterThanOrEqual(100)
    expect(answered.size).toBeLessThan(200)

    app = await startApp(env)
    expect(
      await counts(
        dataDir,
        [...answered].map((n) => replies[n]?.comment ?? ""),
      ),
    ).toEqual({ rows: answered.size, texts: answered.size })

    // People who saw no answer send again, and some who saw one do too.
    form = await fetchReplyForm(await firstStory(app.url))
    for (const [n, reply] of replies.entries())
      expect(await postReply(form, reply, network(1000 + n))).toBe(303)
    expect(
      await counts(
        dataDir,
        replies.map((reply) => reply.comment),
      ),
    ).toEqual({ rows: 200, texts: 200 })
  } finally {
    await app.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})

async function firstStory(url: string): Promise<string> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text()
  const found = /<loc>([^<]*\/posts\/[^<]*)<\/loc>/.exec(sitemap)?.[1]
  if (!found) throw new Error("The sitemap names no story.")
  return new URL(new URL(found).pathname, url).href
}

async function counts(dataDir: string, texts: string[]) {
  const sql = openCluster(dataDir)
  try {
    const [row] = await sql<{ rows: number; texts: number }[]>`
      select count(*)::int as rows, count(distinct body)::int as texts from comments where body = any(${texts})`
    return { rows: row?.rows, texts: row?.texts }
  } finally {
    await sql.end()
  }
}

function network(n: number): string {
  return `198.18.${n >> 8}.${n & 255}`
}
