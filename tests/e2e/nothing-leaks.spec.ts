import { sql } from "drizzle-orm"
import { createPost } from "../../db/factories.ts"
import { crawl } from "../support/crawl.ts"
import { expect, test } from "../support/fixtures.ts"

test("no commenter's address and no network address stands in clear in the database, on a page or in a feed", async ({
  db,
  reader,
  extraHTTPHeaders,
  baseURL,
}) => {
  const post = await createPost(db)
  const email = `quiet.person+${post.slug}@example.com`
  const network = extraHTTPHeaders?.["x-forwarded-for"] ?? ""
  expect(network).not.toBe("")

  await reader.goto(`/posts/${post.slug}`)
  await reader.getByLabel("Comment *").fill("My address is nobody's business.")
  await reader.getByLabel("Name *").fill("Quiet Person")
  await reader.getByRole("textbox", { name: "Email *", exact: true }).fill(email)
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await db.execute(sql`update comments set status = 'approved' where post_id = ${post.id}`)
  await db.execute(sql`select pg_notify('cache_tags', 'everything')`)

  const dump = await everyRow(db)
  expect(dump).toContain("Quiet Person")
  const pages = [...(await crawl(baseURL ?? "")).values()].join("\n")
  for (const place of [dump, pages]) {
    expect(place).not.toContain("quiet.person")
    expect(place).not.toContain(Buffer.from(email).toString("hex"))
    expect(place).not.toContain(network)
  }
})

async function everyRow(db: { execute: (query: string) => Promise<unknown> }): Promise<string> {
  const tables = (await db.execute(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )) as { name: string }[]
  const rows = await Promise.all(
    tables.map(({ name }) => db.execute(`select row_to_json(t)::text as row from "${name}" t`)),
  )
  return JSON.stringify(rows)
}
