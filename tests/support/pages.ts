import { sql } from "drizzle-orm"
import { onTagChanged } from "../../db/cache-tags.ts"
import { database } from "../../db/client.ts"
import { Document } from "../../server/cache/document.ts"
import { keepable } from "../../server/cache/keepable.ts"
import { tagsOfDocument } from "../../server/cache/page-tags.ts"
import { findRoute } from "../../server/edge/router.ts"
import { Store } from "../../server/edge/store.ts"
import { readTarget } from "../../server/request-target.ts"
import { crawl } from "./crawl.ts"

const day = 86_400_000

/** What readers get at every address of a publication, and a store that holds it with its real cache tags. */
export class Pages {
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
    for (const page of changed.filter((page) => !dropped.has(page)))
      this.forgotten.push(
        `${name}: ${page}: ${difference(before.get(page) ?? "", this.#held.get(page) ?? "")}`,
      )
    const counts = this.#counts.get(name) ?? { changed: 0, dropped: 0 }
    this.#counts.set(name, {
      changed: counts.changed + changed.length,
      dropped: counts.dropped + dropped.size,
    })
  }

  /** Renders every page anew, and holds it. */
  async render(): Promise<void> {
    await emptyStoreOf(this.#site)
    const known = [...this.#held.keys()]
    this.#held = new Map()
    for (const [address, text] of await everyPage(this.#site, known)) {
      const target = readTarget(address)
      const route = target && findRoute(target.pathname)
      const page = target && route?.held ? keepable(target, route) : "missing"
      if (page === "missing" || /canary/.test(address) || text.includes("There is no page at this address"))
        continue
      this.#held.set(address, inOneOrder(text))
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

  /**
   * What drops much more than it changes, however rare it is among all changes. The order of changes decides how many
   * pages there are to change, so that a bound near to one would be a matter of chance; all together have that bound.
   */
  tooMany(): string[] {
    return [...this.#counts].flatMap(([name, { changed, dropped }]) =>
      dropped > 3 * changed + 5 ? [`${name}: ${changed} changed, ${dropped} dropped`] : [],
    )
  }

  table(): string {
    const rows = [...this.#counts, [`of ${this.#held.size} pages`, this.total()] as const]
    return rows
      .map(([name, { changed, dropped }]) => `${name}: ${changed} changed, ${dropped} dropped`)
      .join("\n")
  }
}

/** React writes the elements of the head, and numbers forms, in the order in which they were ready, which says nothing. */
function inOneOrder(text: string): string {
  const unnumbered = text.replace(/\$ACTION_(REF_)?\d+/g, "$$ACTION_$1")
  return unnumbered.replace(/<head>.*?<\/head>/s, (head) => head.split(/(?=<)/).sort().join(""))
}

/** Where two texts part, and how each goes on from there. */
function difference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  const [was, is] = [before, after].map((text) => text.slice(Math.max(0, at - 40), at + 80))
  return `${JSON.stringify(was)} is ${JSON.stringify(is)}`
}

/** What a walk from the front page finds, the feeds beside it, and what is known though no page leads to it any more. */
async function everyPage(site: string, known: string[]): Promise<Map<string, string>> {
  const found = await crawl(site)
  const feeds = [...found.keys()].flatMap((address) => {
    if (/^\/(authors|tags)\/[^/?]+$/.test(address)) return [`${address}/feed.xml`]
    return /^\/posts\/[^/?]+$/.test(address) ? [`${address}/comments/feed.xml`] : []
  })
  for (const address of [...feeds, ...known]) {
    if (found.has(address)) continue
    const response = await fetch(site + address, { redirect: "manual" })
    if (response.status === 200) found.set(address, await response.text())
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
