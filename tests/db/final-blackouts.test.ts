import postgres from "postgres"
import { expect, inject, test } from "vitest"
import { migrateDatabase } from "../../db/migrate.ts"
import { blackoutMark } from "../../lib/text/blackout.ts"
import { addressAs, recreateDatabase } from "../support/database.ts"
import { migrateUntil } from "../support/migrate-until.ts"

const oldMark = "\u25AE".repeat(4)

test("what moderators had blacked out stays so, and what readers had typed in its likeness does not become so", async () => {
  const url = await recreateDatabase(inject("postgres"), "test_final_blackouts")
  process.env.DATABASE_URL = addressAs(url, inject("app"))
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await migrateUntil(owner, "0017_blackouts")
    await owner.unsafe(filled)
    await migrateDatabase(url, inject("app"))
    const rows = await owner<{ body: string }[]>`select body from comments order by id`
    expect(rows.map(({ body }) => body)).toEqual([
      `Typed ${oldMark}.`,
      `Ask ${blackoutMark} at ${blackoutMark}.`,
    ])
    const kept = await owner`select original, masked from blackouts order by event_id`
    expect(kept).toEqual([
      { original: "Ask Mira at home.", masked: `Ask ${blackoutMark} at home.` },
      { original: `Ask ${blackoutMark} at home.`, masked: `Ask ${blackoutMark} at ${blackoutMark}.` },
    ])
  } finally {
    await owner.end()
  }
})

const filled = `
  insert into authors (slug, name) values ('wren', 'Wren');
  insert into staff (email, name, roles) values ('ana@example.org', 'Ana', '{moderator}');
  insert into posts (slug, title, body, status, author_id, published_at)
    values ('one', 'One', '{"type":"doc"}', 'published', 1, now());
  insert into comments (id, post_id, path, status, name, email_sealed, email_hash, body, fingerprint) values
    (1, 1, '{1}', 'approved', 'Ada', '\\x00', '\\x00', 'Typed ${oldMark}.', '\\x00'),
    (2, 1, '{2}', 'approved', 'Bo', '\\x01', '\\x01', 'Ask ${oldMark} at ${oldMark}.', '\\x01');
  insert into audit_events (comment_id, staff_id, action, reason, version) values
    (2, 1, 'blacked_out', 'personal-details', 2), (2, 1, 'blacked_out', 'personal-details', 3);
  insert into blackouts (event_id, comment_id, original, masked) values
    (1, 2, 'Ask Mira at home.', 'Ask ${oldMark} at home.'),
    (2, 2, 'Ask ${oldMark} at home.', 'Ask ${oldMark} at ${oldMark}.');`
