import { randomUUID } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { type Route, routes } from "../../app/routes.ts"
import { type Database, database } from "../../db/client.ts"
import { createPageRow, createStaff } from "../../db/factories.ts"
import { commenters } from "../../db/schema/commenters.ts"
import { comments } from "../../db/schema/comments.ts"
import { subscribers } from "../../db/schema/newsletter.ts"
import { postPreviewLinks } from "../../db/schema/post-preview-links.ts"
import { ownCommentsUrl, stopUrl, verificationUrl } from "../../lib/commenters/links.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { protectEmail } from "../../lib/email.ts"
import { hashPreviewToken, makePreviewToken } from "../../lib/posts/preview-links/token.ts"
import { signToken } from "../../lib/signed-token.ts"
import { startApp } from "../support/app.ts"
import { addressOf, makeNews, visit } from "../support/calls.ts"
import { openCountedDatabase } from "../support/counted-database.ts"
import { demoDatabase } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { until } from "../support/until.ts"

const file = path.join(import.meta.dirname, "../statements.json")

/** What the pages that everybody reads may cost their first reader, whatever the file says. */
const pages: Record<string, number> = { "/posts/[slug]": 4, "/": 3, "/tags/[slug]": 3 }
const isFeed = /\/feed\.(xml|json)$/

const known: Record<string, number> = JSON.parse(fs.readFileSync(file, "utf8"))

/**
 * The statements that each page sends to the database, as `tests/statements.json` has them. They may only fall: after that,
 * `STATEMENTS=write npx playwright test --config tests/playwright.config.ts few-statements` writes the new ones down.
 */
test("no page asks the database more than it did, and a page that is held asks it nothing", async ({
  playwright,
}) => {
  const counted: Record<string, string[]> = {}
  const countOn = async (url: string) => {
    const counter = await openCountedDatabase(url)
    const app = await startApp({ DATABASE_URL: counter.url, DATA_DIR: process.env.DATA_DIR ?? "" })
    try {
      await countAll(app.url, counter, playwright, counted)
    } finally {
      await app.stop()
      counter.close()
    }
  }
  // What other tests change would drop pages of a shared database between two requests. This one has all its pictures'
  // sizes, so that none is made meanwhile.
  await withOwnDatabase("statements", countOn, demoDatabase)
  if (process.env.STATEMENTS === "write") {
    const counts = Object.entries(counted).map(
      ([pattern, statements]) => [pattern, statements.length] as const,
    )
    Object.assign(known, Object.fromEntries(counts))
    fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`)
  }
  const risen = Object.entries(counted).filter(
    ([pattern, statements]) => statements.length > (known[pattern] ?? -1),
  )
  expect(risen, "more statements than before").toEqual([])
  for (const [pattern, most] of Object.entries(pages)) expect(known[pattern]).toBeLessThanOrEqual(most)
  const feeds = Object.entries(known).filter(([pattern]) => isFeed.test(pattern))
  expect(feeds.length).toBeGreaterThanOrEqual(7)
  expect(feeds.filter(([, count]) => count > 1)).toEqual([])
})

async function countAll(
  site: string,
  counter: Awaited<ReturnType<typeof openCountedDatabase>>,
  playwright: Parameters<typeof visit>[0],
  counted: Record<string, string[]>,
): Promise<void> {
  const db = database()
  const made = await makeNews(db)
  const reader = await visit(playwright, db, site, "stranger")
  const admin = await visit(playwright, db, site, "admin")
  const slugs = await slugsOfLists(db)
  const links = await makeLinks(db, { commentId: made.shownId, postId: made.postId })
  const count = async ({ pattern }: Route, by: typeof reader) => {
    // What readers answer and report is a comment that they see.
    const seen = pattern.startsWith("/posts/") ? { ...made, commentId: made.shownId } : made
    const [, noun = ""] = pattern.split("/")
    const address = links[pattern] ?? addressOf(pattern, { ...seen, slug: slugs[noun] ?? made.slug })
    counter.statements.length = 0
    const answer = await by.fetch(address, { maxRedirects: 0 })
    expect(answer.status(), address).toBe(redirects.includes(pattern) ? 307 : 200)
    return [...counter.statements]
  }
  for (const route of routes.filter(({ pattern }) => !notRead.test(pattern))) {
    const by = route.pattern.startsWith("/desk") ? admin : reader
    const [first, again]: [string[][], string[][]] = [[], []]
    // The fewest of several: what the app does by itself meanwhile can only add to it, and does more on a busy machine.
    const isStored = route.held && !redirects.includes(route.pattern)
    const isMore = () =>
      fewest(first).length > (known[route.pattern] ?? -1) || (isStored && fewest(again).length > 0)
    for (let n = 0; n < 3 || (n < 12 && isMore()); n++) {
      if (route.held) await dropEverything(db, site, counter.statements)
      first.push(await count(route, by))
      again.push(await count(route, by))
    }
    counted[route.pattern] = fewest(first)
    if (isStored) expect(fewest(again), `${route.pattern}, again`).toEqual([])
  }
  await reader.dispose()
  await admin.dispose()
}

/**
 * A page of older comments and a page of a conversation exist only where there are more of them than one page shows;
 * guessed addresses of the feed only lead there.
 */
const notRead =
  /^\/(feed|rss|rss\.xml|atom\.xml)$|^\/desk\/comments\/live$|\/answer$|^\/api\/|^\/setup\/|\/comments\/\[page\]$|\/conversation\/\[id\]\/\[page\]$|^\/archive\/\[year\]/

/** Leads to the page of the thread that the comment is on, which can change. */
const redirects = ["/desk/embeds", "/desk/media/fetch", "/desk/media/upload", "/posts/[slug]/comment/[id]"]

/** Links of mails that work: to a comment's page and everything of its author's, and to a subscription. */
async function makeLinks(
  db: Database,
  { commentId, postId }: { commentId: number; postId: number },
): Promise<Record<string, string>> {
  const address = protectEmail(`${randomUUID()}@example.org`)
  const [commenter] = await db.insert(commenters).values(address).returning()
  const [subscriber] = await db
    .insert(subscribers)
    .values({ ...address, status: "confirmed", confirmedAt: new Date() })
    .returning()
  if (!commenter || !subscriber) throw new Error("Nobody was inserted.")
  await db.update(comments).set(address).where(eq(comments.id, commentId))
  const top = await createPageRow(db)
  const child = await createPageRow(db, { parentId: top.id })
  const soon = new Date(Date.now() + 3_600_000)
  const own = ownCommentsUrl(commenter, soon)
  const subscription = (page: string, purpose: Parameters<typeof signToken>[0]) =>
    `/newsletter/${page}/${signToken(purpose, subscriber.id)}`
  return {
    "/preview/[token]": await sharePreview(db, postId),
    "/[top]": `/${top.slug}`,
    "/[top]/[child]": `/${top.slug}/${child.slug}`,
    "/comments/[token]": ownCommentUrl(commentId),
    "/comments/mine/[token]": own,
    "/comments/mine/[token]/export": `${own}/export`,
    "/comments/prove/[token]": verificationUrl({ commentId, epoch: commenter.epoch }, soon),
    "/comments/stop/[token]": stopUrl(commenter.id),
    "/newsletter/confirm/[token]": subscription("confirm", "confirm-token"),
    "/newsletter/preferences/[token]": subscription("preferences", "preferences-token"),
    "/newsletter/unsubscribe/[token]": subscription("unsubscribe", "unsubscribe-token"),
  }
}

/** An author and a tag that have stories. */
async function slugsOfLists(db: Database): Promise<Record<string, string>> {
  const [row] = await db.execute<{ author: string; tag: string }>(sql`
    select a.slug as author, t.slug as tag
    from posts p join authors a on a.id = p.author_id join post_tags pt on pt.post_id = p.id join tags t on t.id = pt.tag_id
    where p.status = 'published' order by p.id limit 1`)
  if (!row) throw new Error("The demo publication has no story with a tag.")
  return { authors: row.author, tags: row.tag }
}

function fewest(counts: string[][]): string[] {
  return counts.reduce((fewest, statements) => (statements.length < fewest.length ? statements : fewest))
}

/**
 * Waits until the app has heard of it, so that the next request renders, and until its background work has: that asks for
 * the settings then, to see whether they close comments by age, and would be counted with the page.
 */
async function dropEverything(db: Database, url: string, statements: string[]): Promise<void> {
  // Something is held, so that nothing held means that it was dropped.
  await fetch(`${url}/icon.svg`)
  statements.length = 0
  await db.execute(sql`select pg_notify('cache_tags', 'everything')`)
  await until("background work to hear of it", () =>
    statements.some((text) => text.includes("from settings")),
  )
  await until("the store to be empty", async () =>
    /^masthead_documents_held(?:{.*})? 0$/m.test(await (await fetch(`${url}/metrics`)).text()),
  )
}

/** The address that shows a story to people outside. */
async function sharePreview(db: Database, postId: number): Promise<string> {
  const token = makePreviewToken()
  const { id } = await createStaff(db, { roles: ["editor"] })
  await db.insert(postPreviewLinks).values({
    postId,
    tokenHash: hashPreviewToken(token) ?? Buffer.alloc(32),
    createdBy: id,
    expiresAt: new Date(Date.now() + 86_400_000),
  })
  return `/preview/${token}`
}
