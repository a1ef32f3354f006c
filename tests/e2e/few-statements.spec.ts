import fs from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { type Route, routes } from "../../app/routes.ts"
import type { Database } from "../../db/client.ts"
import { startApp } from "../support/app.ts"
import { addressOf, makeNews, visit } from "../support/calls.ts"
import { openCountedDatabase } from "../support/counted-database.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { until } from "../support/until.ts"

const file = path.join(import.meta.dirname, "../statements.json")

/** What the pages that everybody reads may cost their first reader, whatever the file says. */
const budgets: Record<string, number> = { "/posts/[slug]": 4, "/": 3, "/tags/[slug]": 3, "/feed.xml": 1 }

/**
 * The statements that each page sends to the database, as `tests/statements.json` has them. They may only fall: after that,
 * `STATEMENTS=write npx playwright test --config tests/playwright.config.ts few-statements` writes the new ones down.
 */
test("no page asks the database more than it did, and a page that is held asks it nothing", async ({
  db,
  playwright,
}) => {
  const database = await openCountedDatabase(ownerUrl())
  const app = await startApp({ DATABASE_URL: database.url, DATA_DIR: process.env.DATA_DIR ?? "" })
  const counted: Record<string, number> = {}
  try {
    const made = await makeNews(db)
    const reader = await visit(playwright, db, app.url, "stranger")
    const admin = await visit(playwright, db, app.url, "admin")
    const slugs = await slugsOfLists(db)
    const count = async ({ pattern }: Route, by: typeof reader) => {
      // What readers answer and report is a comment that they see.
      const seen = pattern.startsWith("/posts/") ? { ...made, commentId: made.shownId } : made
      const [, noun = ""] = pattern.split("/")
      const address = addressOf(pattern, { ...seen, slug: slugs[noun] ?? made.slug })
      database.statements.length = 0
      const answer = await by.fetch(address, { maxRedirects: 0 })
      expect(answer.status(), address).toBeLessThan(500)
      return { statements: database.statements.length, page: answer.status() === 200 }
    }
    // A stream does not end.
    for (const route of routes.filter(({ pattern }) => pattern !== "/desk/comments/live")) {
      const by = route.pattern.startsWith("/desk") ? admin : reader
      const first: Awaited<ReturnType<typeof count>>[] = []
      const again: typeof first = []
      // The fewest of several: what others do meanwhile can only add to it.
      for (let n = 0; n < 3; n++) {
        if (route.held) await dropEverything(db, app.url)
        first.push(await count(route, by))
        again.push(await count(route, by))
      }
      counted[route.pattern] = fewest(first)
      // Redirects are not held.
      if (route.held && again[0]?.page) expect(fewest(again), `${route.pattern}, again`).toBe(0)
    }
    await reader.dispose()
    await admin.dispose()
  } finally {
    await app.stop()
    database.close()
  }
  if (process.env.STATEMENTS === "write") fs.writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`)
  const known: Record<string, number> = JSON.parse(fs.readFileSync(file, "utf8"))
  const risen = Object.entries(counted).filter(([pattern, count]) => count > (known[pattern] ?? -1))
  expect(risen, "more statements than before").toEqual([])
  for (const [pattern, most] of Object.entries(budgets)) expect(known[pattern]).toBeLessThanOrEqual(most)
})

/** An author and a tag that have stories. */
async function slugsOfLists(db: Database): Promise<Record<string, string>> {
  const [row] = await db.execute<{ author: string; tag: string }>(sql`
    select a.slug as author, t.slug as tag
    from posts p join authors a on a.id = p.author_id join post_tags pt on pt.post_id = p.id join tags t on t.id = pt.tag_id
    where p.status = 'published' order by p.id limit 1`)
  if (!row) throw new Error("The demo publication has no story with a tag.")
  return { authors: row.author, tags: row.tag }
}

function fewest(counts: readonly { statements: number }[]): number {
  return Math.min(...counts.map(({ statements }) => statements))
}

/** Waits until the app has heard of it, so that the next request renders. */
async function dropEverything(db: Database, url: string): Promise<void> {
  // Something is held, so that nothing held means that it was dropped.
  await fetch(`${url}/icon.svg`)
  await db.execute(sql`select pg_notify('cache_tags', 'everything')`)
  await until("the store to be empty", async () =>
    /^masthead_documents_held(?:{.*})? 0$/m.test(await (await fetch(`${url}/metrics`)).text()),
  )
}
