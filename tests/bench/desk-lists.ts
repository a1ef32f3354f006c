import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import type { Instance } from "./instance.ts"
import { signIn } from "./moderators.ts"
import { cpuDuring } from "./processes.ts"
import { ms, type Row, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

const few = 1000
const many = 10_000
const warmUp = 40
const measured = 25

type Asked = { what: string; path: string; last?: boolean }

const lists: Asked[] = [
  { what: "the list", path: "/desk/posts" },
  { what: "published stories", path: "/desk/posts?status=published" },
  { what: "archived stories", path: "/desk/posts?shelf=archived" },
  { what: "the trash", path: "/desk/posts?shelf=trash" },
  { what: "stories of one author", path: "/desk/posts?author=AUTHOR" },
  { what: "stories with one tag", path: "/desk/posts?tag=TAG" },
  { what: "stories of some days", path: "/desk/posts?from=2025-02-01&to=2025-02-20" },
  { what: "by title", path: "/desk/posts?sort=title" },
  { what: "by date of publication", path: "/desk/posts?sort=published" },
  { what: "the last page, by last save", path: "/desk/posts", last: true },
  { what: "the last page, by title", path: "/desk/posts?sort=title", last: true },
  { what: "a search for a frequent word", path: "/desk/posts?q=council" },
  { what: "a search for a rare word", path: "/desk/posts?q=rareword7" },
]

/** What the desk's list of stories costs an editor of a large archive, beside its cost with a tenth of the stories. */
export async function measureDeskLists({ app, postmaster }: Instance): Promise<Row[]> {
  const headers = await signIn(app.url, "editor")
  const ids = await addStories(few)
  const paths = lists.map(({ path }) => path.replace("AUTHOR", ids.author).replace("TAG", ids.tag))
  const ask = async (path: string, times: number) => {
    let body = ""
    for (let number = 0; number < times; number++) {
      const answer = await fetchRaw(app.url + path, headers)
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
      body = answer.body.toString()
    }
    return body
  }
  /** Where the links to the next page lead in the end. */
  const lastPage = async (path: string) => {
    for (let at = path; ; ) {
      const [, next] = /href="([^"]*)"[^>]*>(?:Older|Next page)</.exec(await ask(at, 1)) ?? []
      if (!next) return at
      at = next.replaceAll("&amp;", "&")
    }
  }
  const costs = async () => {
    const found: { app: number | null; postgres: number | null }[] = []
    for (const [at, { last }] of lists.entries()) {
      const path = last ? await lastPage(paths[at] ?? "") : (paths[at] ?? "")
      await ask(path, at === 0 ? warmUp : 5)
      const { result, cpu } = await cpuDuring(app.process.pid ?? 0, () =>
        cpuDuring(postmaster, () => ask(path, measured)),
      )
      const each = (sum: number | null) => (sum === null ? null : sum / measured)
      found.push({ app: each(cpu), postgres: each(result.cpu) })
    }
    return found
  }
  const before = await costs()
  // A statement has its limits: a thousand at a time.
  for (let stories = few; stories < many; stories += few) await addStories(few)
  return (await costs()).map(({ app: cost, postgres }, at) => {
    const small = before[at]
    const note = `${ms(postgres ?? 0)} of it in Postgres; with ${few} stories ${ms(small?.app ?? 0)} and ${ms(small?.postgres ?? 0)}`
    return row(
      `of ${many} stories, ${lists[at]?.what}, CPU`,
      cost,
      { atMost: Math.min(50, 1.5 * (small?.app ?? 50)) },
      ms,
      note,
    )
  })
}

/** Stories of 600 words by twenty authors with ten tags: every hundredth has newer words, every tenth is put away. */
async function addStories(count: number): Promise<{ author: string; tag: string }> {
  const db = database()
  await db.execute(sql`
    insert into authors (slug, name)
    select 'bench-author-' || n, 'Author ' || n from generate_series(1, 20) n on conflict do nothing`)
  await db.execute(sql`
    insert into tags (slug, name)
    select 'bench-tag-' || n, 'Bench tag ' || n from generate_series(1, 10) n on conflict do nothing`)
  await db.execute(sql`
    with own as (select coalesce(max(id), 0) as last from posts),
    made as (
      insert into posts (slug, title, standfirst, body, status, author_id, published_at, updated_at, archived_at, trashed_at)
      select 'bench-' || (last + n), initcap(md5((last + n)::text)) || ' at the council', 'What was said, and by whom.',
        jsonb_build_object('type', 'doc', 'content', (
          select jsonb_agg(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
            jsonb_build_object('type', 'text', 'text', words || case when p = 1 then ' council rareword' || n % 2000 else '' end))))
          from (
            select p, string_agg('word' || floor(power(random(), 3) * 5000 + (n + w) * 0)::int, ' ') as words
            from generate_series(1, 12) p, generate_series(1, 50) w group by p) paragraphs)),
        (case when n % 10 < 7 then 'published' when n % 10 = 7 then 'withdrawn' else 'draft' end)::post_status,
        (select id from authors where slug = 'bench-author-' || (n % 20 + 1)),
        case when n % 10 < 8 then timestamptz '2020-01-01' + (last + n) * interval '5 hours' end,
        timestamptz '2020-01-01' + (last + n) * interval '5 hours',
        case when n % 10 = 3 then now() end,
        case when n % 10 = 9 and n % 3 = 0 then now() end
      from generate_series(1, ${count}::int) n, own returning id)
    insert into post_tags (post_id, tag_id, position)
    select made.id, tags.id, 1 from made join tags on tags.slug = 'bench-tag-' || (made.id % 10 + 1)`)
  await db.execute(sql`
    with newer as (
      insert into post_revisions (post_id, kind, post_version, content)
      select id, 'sitting', 2, jsonb_build_object('title', title, 'standfirst', standfirst, 'slug', slug, 'body', body,
        'tags', '[]'::jsonb, 'bylines', '[]'::jsonb)
      from posts where slug like 'bench-%' and id % 100 = 0 and status = 'published' and working_revision_id is null
      returning id, post_id)
    update posts set working_revision_id = newer.id from newer where posts.id = newer.post_id`)
  await db.execute(sql`vacuum analyze posts`)
  await db.execute(sql`analyze post_tags, post_bylines, post_revisions`)
  const [found] = await db.execute<{ author: string; tag: string }>(sql`
    select (select id from authors where slug = 'bench-author-3')::text as author,
      (select id from tags where slug = 'bench-tag-3')::text as tag`)
  if (!found) throw new Error("The database gave no author back.")
  return found
}
