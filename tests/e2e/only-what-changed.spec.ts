import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import fc from "fast-check"
import { onTagChanged } from "../../db/cache-tags.ts"
import { closeDatabase, database } from "../../db/client.ts"
import { createAuthor, createComment, createPost, createStaff, tagPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { settings } from "../../db/schema/settings.ts"
import { startClosings } from "../../lib/comments/screening/closing.ts"
import { sealAddress } from "../../lib/email-address.ts"
import { Document } from "../../server/document.ts"
import { keepable } from "../../server/keepable.ts"
import { tagsOfDocument } from "../../server/page-tags.ts"
import { readTarget } from "../../server/request-target.ts"
import { findRoute } from "../../server/router.ts"
import { Store } from "../../server/store.ts"
import { asStaff } from "../lib/comments/as-staff.ts"
import { startApp } from "../support/app.ts"
import { crawl } from "../support/crawl.ts"
import { recreateDatabase } from "../support/database.ts"
import { expect, test } from "../support/fixtures.ts"
import { type Mutation, mutations, type Newsroom } from "../support/mutations.ts"

const day = 86_400_000

test("a change drops every page that is another one for it, and hardly any other", async () => {
  test.setTimeout(600_000)
  await withPublication(async (site, newsroom) => {
    const names = Object.keys(mutations)
    const round = fc.shuffledSubarray(names, { minLength: names.length })
    const steps = fc.tuple(round, round).map((rounds) => rounds.flat())
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.nat(1000)), async (wanted, picks) => {
        const pages = new Pages(site)
        await pages.render()
        await pages.judge("nothing happens", async () => {})
        for (const name of wanted) {
          const mutation = mutations[name] as Mutation
          await pages.judge(name, () => mutation(newsroom, picks.next().value ?? 0))
        }
        console.info(pages.table())
        expect(pages.forgotten, "pages that changed and were not dropped").toEqual([])
        const { changed, dropped } = pages.total()
        expect(changed).toBeGreaterThan(names.length)
        expect(dropped / changed, "pages dropped for each that changed").toBeLessThanOrEqual(1.2)
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })
})

test("the pages of a story are dropped at the moment its comments close by age", async () => {
  test.setTimeout(120_000)
  await withPublication(async (site) => {
    const post = await createPost(database())
    await createComment(database(), { postId: post.id })
    await database().insert(settings).values({ key: "commentsCloseAfterDays", value: 7 })
    const pages = new Pages(site)
    // Soon, but not before all pages have been read.
    for (let margin = 5_000, closes = 0; closes <= Date.now(); margin *= 2) {
      closes = Date.now() + margin
      const publishedAt = new Date(closes - 7 * day)
      await database().update(posts).set({ publishedAt }).where(eq(posts.id, post.id))
      await pages.render()
    }
    let stop: (() => Promise<void>) | undefined
    await pages.judge("a story closes by age", async () => {
      const closed = new Promise<void>((resolve) => {
        const forget = onTagChanged((tag) => {
          if (tag !== `post:${post.slug}`) return
          forget()
          resolve()
        })
      })
      stop = (await startClosings()).stop
      await closed
    })
    await stop?.()
    console.info(pages.table())
    expect(pages.forgotten).toEqual([])
    expect(pages.total().changed).toBeGreaterThanOrEqual(2)
  })
})

/** What readers get at every address of a publication, and a store that holds it with its real cache tags. */
class Pages {
  readonly forgotten: string[] = []
  readonly #site: string
  readonly #store = new Store()
  readonly #counts = new Map<string, { changed: number; dropped: number }>()
  #held = new Map<string, string>()

  constructor(site: string) {
    this.#site = site
  }

  /** Changes something, and finds out which pages were dropped for it and which are other ones now. */
  async judge(name: string, mutation: () => Promise<unknown>): Promise<void> {
    const before = this.#held
    const today = Math.floor(Date.now() / day)
    const forget = onTagChanged((tag) => this.#store.changed(tag))
    await mutation()
    forget()
    const dropped = new Set([...before.keys()].filter((page) => !this.#store.documents.get(page)))
    await this.render()
    // At midnight every form is stamped anew.
    if (Math.floor(Date.now() / day) !== today) return
    const changed = [...before].filter(([page, text]) => this.#held.get(page) !== text).map(([page]) => page)
    for (const page of changed.filter((page) => !dropped.has(page)).slice(0, 3)) {
      const [a, b] = [before.get(page) ?? "", this.#held.get(page) ?? ""]
      let i = 0
      while (i < a.length && a[i] === b[i]) i++
      console.info(
        "DIFF",
        name,
        page,
        a.length,
        b.length,
        "\n<",
        a.slice(i - 100, i + 200),
        "\n>",
        b.slice(i - 100, i + 200),
      )
    }
    this.forgotten.push(...changed.filter((page) => !dropped.has(page)).map((page) => `${name}: ${page}`))
    const counts = this.#counts.get(name) ?? { changed: 0, dropped: 0 }
    this.#counts.set(name, {
      changed: counts.changed + changed.length,
      dropped: counts.dropped + dropped.size,
    })
  }

  /** Renders every page anew, and holds it. */
  async render(): Promise<void> {
    await emptyStoreOf(this.#site)
    this.#held = new Map()
    for (const [address, text] of await everyPage(this.#site)) {
      const target = readTarget(address)
      const route = target && findRoute(target.pathname)
      const page = target && route?.held ? keepable(target, route) : "missing"
      if (page === "missing" || /canary/.test(address) || text.includes("There is no page at this address"))
        continue
      this.#held.set(address, text)
      const body = Buffer.from(text)
      const answer = { status: 200, headers: [], body }
      const tags = tagsOfDocument(page.tags, body)
      this.#store.documents.set(address, await Document.make(answer, [], tags, "identity"), "front")
    }
  }

  total(): { changed: number; dropped: number } {
    const all = [...this.#counts.values()]
    const sum = (of: "changed" | "dropped") => all.reduce((total, counts) => total + counts[of], 0)
    return { changed: sum("changed"), dropped: sum("dropped") }
  }

  table(): string {
    const rows = [...this.#counts, [`of ${this.#held.size} pages`, this.total()] as const]
    return rows
      .map(([name, { changed, dropped }]) => `${name}: ${changed} changed, ${dropped} dropped`)
      .join("\n")
  }
}

/** What a walk from the front page finds, and the feeds beside it. */
async function everyPage(site: string): Promise<Map<string, string>> {
  const found = await crawl(site)
  for (const address of [...found.keys()]) {
    const feed = /^\/(authors|tags)\/[^/?]+$/.test(address) ? "/feed.xml" : "/comments/feed.xml"
    if (!/^\/(authors|tags|posts)\/[^/?]+$/.test(address)) continue
    const response = await fetch(site + address + feed)
    if (response.status === 200) found.set(address + feed, await response.text())
  }
  return found
}

let turn = 0

/** The app drops what it holds: the canary's page shows when it has heard. */
async function emptyStoreOf(site: string): Promise<void> {
  const bio = `Turn ${++turn}.`
  await database().transaction(async (tx) => {
    await tx.execute(sql`update authors set bio = ${bio} where slug = 'canary'`)
    await tx.execute(sql`select pg_notify('cache_tags', 'everything')`)
  })
  for (;;) {
    const response = await fetch(`${site}/authors/canary`)
    if ((await response.text()).includes(bio)) return
  }
}

/** An app of its own on a database of its own, with fourteen stories and what readers said of them. */
async function withPublication(work: (site: string, newsroom: Newsroom) => Promise<void>): Promise<void> {
  const shared = process.env.DATABASE_URL ?? ""
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "masthead-tags-"))
  const url = await recreateDatabase(shared, `tags_${process.pid}`)
  const app = await startApp({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "off" })
  await closeDatabase()
  process.env.DATABASE_URL = url
  try {
    await work(app.url, await fill())
  } finally {
    await closeDatabase()
    process.env.DATABASE_URL = shared
    await app.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(): Promise<Newsroom> {
  const db = database()
  const canary = await createAuthor(db, { slug: "canary" })
  const fields = { slug: "canary", standfirst: "It sings.", publishedAt: new Date("2001-02-03T04:05:06Z") }
  await createPost(db, { ...fields, authorId: canary.id, commentMode: "closed" })
  const bylines = [await createAuthor(db), await createAuthor(db), await createAuthor(db)]
  let readers = 0
  for (let n = 0; n < 14; n++) {
    const post = await createPost(db, {
      authorId: bylines[n % 3]?.id,
      publishedAt: new Date(Date.now() - n * 5 * day),
    })
    await tagPost(db, post.id, `Tag ${n % 3}`, `Tag ${3 + (n % 2)}`)
    if (n % 3) continue
    const say = (fields: Partial<Parameters<typeof createComment>[1]>) =>
      createComment(db, { postId: post.id, ...sealAddress(`reader-${++readers}@example.com`), ...fields })
    const first = await say({})
    await say({ parent: first })
    await say({ status: "pending" })
    await say({ status: "pending", parent: first })
  }
  await db.insert(settings).values([
    { key: "commentsHideReported", value: true },
    { key: "commentsReportsToHide", value: 2 },
  ])
  const roles = ["admin" as const]
  const person = async (n: number) => asStaff(await createStaff(db, { roles, authorId: bylines[n]?.id }))
  return { ana: await person(0), ben: await person(1) }
}
