import postgres from "postgres"
import { expect, inject, test } from "vitest"
import { migrateDatabase } from "../../db/migrate.ts"
import { recreateDatabase } from "../support/database.ts"
import { migrateUntil } from "../support/migrate-until.ts"

test("after the update every story has the byline that it had, dated where readers see it, and the log is whole", async () => {
  const url = await recreateDatabase(inject("postgres"), "test_bylines")
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await migrateUntil(owner, "0025_pages")
    await owner.unsafe(filled)
    await migrateDatabase(url, inject("app"))
    const rows = await owner`
      select p.slug, b.author_id::int as author, b.part, b.published_at = p.published_at as dated
      from post_bylines b join posts p on p.id = b.post_id order by p.id`
    expect(Array.from(rows)).toEqual([
      { slug: "out", author: 1, part: "words", dated: true },
      { slug: "back", author: 2, part: "words", dated: null },
      { slug: "draft", author: 2, part: "words", dated: null },
    ])
    const events = await owner`select subject from audit_events order by id`
    expect(events.map(({ subject }) => subject)).toEqual(["post", "staff", "media", "settings"])
  } finally {
    await owner.end()
  }
})

const filled = `
  insert into authors (slug, name) values ('wren', 'Wren'), ('ana', 'Ana');
  insert into staff (email, name, roles) values ('ana@example.org', 'Ana', '{editor}');
  insert into posts (slug, title, body, status, author_id, published_at) values
    ('out', 'Out', '{"type":"doc"}', 'published', 1, '2026-01-02'),
    ('back', 'Back', '{"type":"doc"}', 'withdrawn', 2, '2026-01-01'),
    ('draft', '', '{"type":"doc"}', 'draft', 2, null);
  insert into audit_events (post_id, member_id, media_id, action) values
    (1, null, null, 'post_published'), (null, 1, null, 'suspended'), (null, null, 1, 'portrait_set'),
    (null, null, null, 'settings_changed');`
