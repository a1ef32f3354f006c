import postgres from "postgres"
import { expect, inject, test } from "vitest"
import { migrateDatabase } from "../../db/migrate.ts"
import { recreateDatabase } from "../support/database.ts"
import { migrateUntil } from "../support/migrate-until.ts"

const uuid = "0d3c1b5e-1f7a-4c55-9a0e-2a6f1b7c9d10"

test("a draft is known by its key after the update, and old addresses still lead to their stories", async () => {
  const url = await recreateDatabase(inject("postgres"), "test_draft_key")
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await migrateUntil(owner, "0019_report_outcome")
    await owner.unsafe(filled)
    await migrateDatabase(url, inject("app"))
    expect(Array.from(await owner`select slug, draft_key from posts order by id`)).toEqual([
      { slug: "one", draft_key: "mb2k9x1a4tq8" },
      { slug: "two", draft_key: uuid },
      { slug: "three", draft_key: null },
      { slug: "four", draft_key: null },
    ])
    const addresses = await owner`select slug from post_slugs order by slug`
    expect(addresses.map(({ slug }) => slug)).toEqual(["new-1-mushroomsoups", "new-1-x", "new-12-b2", "once"])
  } finally {
    await owner.end()
  }
})

const filled = `
  insert into authors (slug, name) values ('wren', 'Wren');
  insert into staff (email, name, roles) values ('ana@example.org', 'Ana', '{editor}');
  insert into posts (slug, body, author_id, created_by) values
    ('one', '{"type":"doc"}', 1, 1), ('two', '{"type":"doc"}', 1, 1), ('three', '{"type":"doc"}', 1, 1),
    ('four', '{"type":"doc"}', 1, null);
  insert into post_slugs (post_id, slug) values
    (1, 'new-1-mb2k9x1a4tq8'), (1, 'once'), (2, 'new-1-${uuid}'), (3, 'new-1-mushroomsoups'), (3, 'new-12-b2'),
    (4, 'new-1-x');`
