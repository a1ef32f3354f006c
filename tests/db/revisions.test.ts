import postgres from "postgres"
import { expect, inject, test } from "vitest"
import { migrateDatabase } from "../../db/migrate.ts"
import { recreateDatabase } from "../support/database.ts"
import { migrateUntil } from "../support/migrate-until.ts"

test("after the update every story has one version, which says what the story says, and its pictures are kept", async () => {
  const url = await recreateDatabase(inject("postgres"), "test_revisions")
  const owner = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await migrateUntil(owner, "0030_former_tag_names")
    await owner.unsafe(filled)
    await migrateDatabase(url, inject("app"))
    const rows = await owner`
      select p.slug, r.kind, r.staff_id::int as staff, r.content, r.post_version as version,
        r.public_from = p.published_at as public, r.public_until is not null as over,
        p.working_revision_id = r.id as working, p.live_revision_id = r.id as live
      from post_revisions r join posts p on p.id = r.post_id order by p.id`
    expect(Array.from(rows)).toMatchObject([
      {
        slug: "out",
        kind: "published",
        staff: 1,
        version: 3,
        public: true,
        over: false,
        working: true,
        live: true,
      },
      { slug: "back", kind: "published", public: true, over: true, working: true, live: null },
      { slug: "draft", kind: "sitting", staff: null, public: null, over: false, working: true, live: null },
    ])
    expect(rows[0]?.content).toEqual({
      title: "Out",
      standfirst: "",
      slug: "out",
      body: { type: "doc" },
      leadMediaId: null,
      picture: "",
      pictureAlt: "",
      tags: ["Fair"],
      bylines: [{ authorId: 1, part: "words" }],
    })
  } finally {
    await owner.end()
  }
})

const filled = `
  insert into authors (slug, name) values ('wren', 'Wren'), ('ana', 'Ana');
  insert into staff (email, name, roles) values ('ana@example.org', 'Ana', '{editor}');
  insert into posts (slug, title, body, status, author_id, published_at, updated_by, version) values
    ('out', 'Out', '{"type":"doc"}', 'published', 1, '2026-01-02', 1, 3),
    ('back', 'Back', '{"type":"doc"}', 'withdrawn', 2, '2026-01-01', 1, 2),
    ('draft', '', '{"type":"doc"}', 'draft', 2, null, null, 1);
  insert into tags (slug, name) values ('fair', 'Fair');
  insert into post_tags (post_id, tag_id, position) values (1, 1, 0);`
