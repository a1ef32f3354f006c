import postgres from "postgres"
import { afterAll, describe, expect, test } from "vitest"
import { database } from "../../../db/client.ts"
import { transaction } from "../../../db/transaction.ts"
import { listenForChanges } from "../../../server/cache/listen.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
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
