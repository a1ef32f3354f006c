import { gunzipSync } from "node:zlib"
import { eq, sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { fillThread } from "../support/long-thread.ts"
import type { Instance } from "./instance.ts"
import { cpuDuring } from "./processes.ts"
import { fact, ms, type Row, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

const [few, many] = [100, 10_000]
/** Rounds over all pages: the compiler works beside the first renders, and is counted with them. */
const warmUp = 400
const measured = 40

type Page = { what: string; post: number; path: string }

/** What a page of a very long thread costs, beside the same page of a short one. */
export async function measureThreads({ app, postmaster }: Instance): Promise<Row[]> {
  const pages = await fillStories()
  for (let round = 0; round < warmUp; round++)
    for (const page of pages) await render(app.url, page, `warm ${round}`)

  const pid = app.process.pid ?? 0
  const each = (cpu: number | null) => (cpu === null ? null : cpu / measured)
  const rows: Row[] = []
  let short: number | null = null
  for (const page of pages) {
    const { result, cpu } = await cpuDuring(pid, () => cpuDuring(postmaster, () => renders(app.url, page)))
    const [own, base] = [each(cpu), each(result.cpu)]
    short ??= own
    const beside = own && short ? `${(own / short).toFixed(2)} × the short thread's` : ""
    const size = `${Math.round(result.result / 1000)} kB of HTML`
    rows.push(
      row(
        page.what,
        own,
        { atMost: 40 },
        ms,
        [beside, base && `${ms(base)} of it in Postgres`, size].filter(Boolean).join(", "),
      ),
    )
  }
  const last = pages.at(-1)
  if (last)
    rows.push(fact("  its first byte once it is stored", ms(await storedFirstByte(app.url + last.path))))
  return rows
}

async function fillStories(): Promise<Page[]> {
  const db = database()
  const [short, long] = [await createPost(db), await createPost(db)]
  await fillThread(db, short.id, few)
  const [first] = await fillThread(db, long.id, many)
  await db.execute(sql`analyze comments, threads`)
  return [
    {
      what: `first render of a story with ${few} comments, CPU`,
      post: short.id,
      path: `/posts/${short.slug}`,
    },
    { what: `  of one with ${many}`, post: long.id, path: `/posts/${long.slug}` },
    {
      what: "  of a page in the middle of its thread",
      post: long.id,
      path: `/posts/${long.slug}/comments/15`,
    },
    {
      what: "  of a page of its longest conversation",
      post: long.id,
      path: `/posts/${long.slug}/conversation/${first?.id}/7`,
    },
  ]
}

/** Answers the length of the page. */
async function renders(site: string, page: Page): Promise<number> {
  let length = 0
  for (let number = 0; number < measured; number++) length = await render(site, page, `measured ${number}`)
  return length
}

/** Empties the store first; the changed title proves that the answer is a new render. */
async function render(site: string, { post, path }: Page, label: string): Promise<number> {
  const title = `A long talk, ${label}`
  await database().transaction(async (tx) => {
    await tx.update(posts).set({ title }).where(eq(posts.id, post))
    await tx.execute(sql`select pg_notify('cache_tags', 'everything')`)
  })
  for (let attempt = 0; attempt < 500; attempt++) {
    // Not brotli: the page before it would be packed a second time, for its second reader, and counted here.
    const { body } = await fetchRaw(site + path, { "accept-encoding": "gzip" })
    const html = gunzipSync(body)
    if (html.includes(`${title}<`)) return html.length
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error("The store was told of a change and did not drop the page.")
}

async function storedFirstByte(url: string): Promise<number> {
  const took: number[] = []
  for (let number = 0; number < 200; number++) {
    const began = performance.now()
    await fetchRaw(url, { "accept-encoding": "br" })
    took.push(performance.now() - began)
  }
  return took.toSorted((a, b) => a - b)[100] ?? 0
}
