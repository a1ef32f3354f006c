import postgres from "postgres"
import { afterAll, describe, expect, test } from "vitest"
import { type CacheTag, mostTags } from "../../../db/cache-tags.ts"
import { database } from "../../../db/client.ts"
import { transaction } from "../../../db/transaction.ts"
import { enqueue } from "../../../lib/jobs/mutations.ts"
import { removeFiles } from "../../../lib/media/job-kinds.ts"
import { folderName, makeKey } from "../../../lib/media/storage/names.ts"
import { listenForChanges } from "../../../server/cache/listen.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { startRelay } from "../../support/relay.ts"
import { until } from "../../support/until.ts"
import { openEdge, page } from "../edge/edge.ts"

withFreshDatabase()

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

async function instance() {
  let renders = 0
  const edge = await openEdge(page(() => `<p>${++renders}</p>`))
  const url = process.env.DATABASE_URL ?? ""
  const listener = await listenForChanges(url, edge.store)
  closing.push(listener.stop)
  return { ...edge, url, listener }
}

/** Another process, as far as this one can tell: it only speaks to Postgres. */
async function elsewhere(url: string, place: string) {
  const client = postgres(url, { max: 1 })
  await client.begin(async (sql) => {
    await sql`select pg_notify('cache_tags', ${place})`
  })
  await client.end()
}

describe("an approval", () => {
  test("is seen on the next request where it was made", async () => {
    const { ask } = await instance()
    expect((await ask("/posts/a")).text).toBe("<p>1</p>")
    await transaction(async (_, changed) => changed("post:a"))
    expect((await ask("/posts/a")).text).toBe("<p>2</p>")
  })

  test("is seen on another instance over the same database, which has to be told once and asks nothing", async () => {
    const { ask, store, url } = await instance()
    await ask("/posts/a")
    await ask("/posts/b")
    await elsewhere(url, "post:a")
    await until("the page to be dropped", () => !store.documents.get("/posts/a"))
    expect(store.documents.get("/posts/b")).toBeDefined()
  })

  test("that is rolled back changes nothing", async () => {
    const { ask, store, url } = await instance()
    await ask("/posts/a")
    await ask("/posts/b")
    await transaction(async (_, changed) => {
      changed("post:a")
      throw new Error("changed my mind")
    }).catch(() => {})
    // Postgres tells in order, so by then anything said of the first page has arrived.
    await elsewhere(url, "post:b")
    await until("the other page to be dropped", () => !store.documents.get("/posts/b"))
    expect(store.documents.get("/posts/a")).toBeDefined()
  })
})

test("a picture that is taken down is refused whatever else changes with it, and by instances that were not told", async () => {
  const [key, other] = [makeKey(), makeKey()]
  const refused = new Set<string>()
  const store = { changed: (tag: string) => void refused.add(tag) }
  const { url } = await instance()
  closing.push((await listenForChanges(url, store)).stop)
  await transaction(async (_, changed) => {
    changed(...Array.from({ length: mostTags + 1 }, (_, n): CacheTag => `post:${n}`), `media:${key}`)
  })
  await until("the picture to be refused", () => refused.has(`media:${key}`))
  await transaction((tx) => enqueue(tx, removeFiles, { input: { names: [folderName(other)] } }))
  const late = new Set<string>()
  closing.push((await listenForChanges(url, { changed: (tag) => void late.add(tag) })).stop)
  expect(late).toContain(`media:${other}`)
  await database().execute(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()",
  )
  await until("the line to be back", () => refused.has(`media:${other}`))
})

test("a line that was cut comes back, and what was held is forgotten then", async () => {
  const { ask, store, url } = await instance()
  await ask("/posts/a")
  await database().execute(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()",
  )
  await until("the page to be forgotten", () => !store.documents.get("/posts/a"))
  // And it hears again.
  await ask("/posts/a")
  await elsewhere(url, "post:a")
  await until("the page to be dropped", () => !store.documents.get("/posts/a"))
})

test("a line whose answer only comes late was not cut: nothing that is held is forgotten", async () => {
  const edge = await openEdge(page(() => "<p>held</p>"))
  const url = process.env.DATABASE_URL ?? ""
  const relay = await startRelay(url)
  const listener = await listenForChanges(relay.url, edge.store, { trial: 20, patience: 60_000 })
  closing.push(() => listener.stop().then(relay.stop))
  await edge.ask("/posts/a")
  relay.hold()
  // As long as fifteen trials: a listener that gave up after one of them would have opened another line.
  await database().execute("select pg_sleep(0.3)")
  relay.release()
  await elsewhere(url, "post:b")
  const late = relay.probes()
  await until("the line to be tried again", () => relay.probes() > late)
  expect(edge.store.documents.get("/posts/a")).toBeTruthy()
  expect(relay.connections()).toBe(1)
})
