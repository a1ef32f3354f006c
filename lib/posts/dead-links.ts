import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import type { RichTextNode } from "@/db/schema/posts"
import { internalLink } from "@/lib/documents/internal-links"
import { leavesSite, safeLink } from "@/lib/documents/safe-link"
import { linksIn } from "@/lib/posts/checklist"

/** So many different ones are looked up. */
const mostLinks = 500

type Story = { id: number; body: RichTextNode }

/** Links of a text to addresses of this site where readers find nothing, as they are written there. At most one query. */
export async function deadLinks(tx: Transaction, { id, body }: Story): Promise<string[]> {
  const judged = [...new Set(linksIn(body).map(({ href }) => href))].flatMap(judge).slice(0, mostLinks)
  const closed = judged.flatMap(({ href, kind }) => (kind === "closed" ? [href] : []))
  if (closed.length === judged.length) return closed
  // What this story will bring to readers with it counts as there.
  const rows = await tx.execute<{ href: string }>(sql`
    select href from ${rowsOf(judged, sql`href text, kind text, slug text`)}
    where kind <> 'closed' and not case kind
      when 'post' then exists (
        select from posts p where (p.slug = r.slug or p.id = (select s.post_id from post_slugs s where s.slug = r.slug))
          and (p.status = 'published' or p.id = ${id}))
      when 'author' then exists (
        select from authors a join post_bylines b on b.author_id = a.id
        where (a.slug = r.slug or a.id = (select s.author_id from author_slugs s where s.slug = r.slug))
          and (b.published_at is not null or b.post_id = ${id}))
      when 'tag' then exists (
        select from tags t join post_tags o on o.tag_id = t.id join posts p on p.id = o.post_id
        where (t.slug = r.slug or t.id = (select s.tag_id from tag_slugs s where s.slug = r.slug))
          and (p.status = 'published' or p.id = ${id}))
      else exists (
        select from pages g left join pages above on above.id = g.parent_id
        where g.status = 'published' and (concat_ws('/', above.slug, g.slug) = r.slug
          or g.id = (select f.page_id from page_paths f where f.path = r.slug)))
    end`)
  return [...closed, ...rows.map(({ href }) => href)]
}

function judge(href: string) {
  const url = leavesSite(href) || href.startsWith("#") ? null : safeLink(href)
  const link = url && URL.canParse(url) ? internalLink(new URL(url).pathname) : null
  return link ? [{ href, kind: link.kind, slug: link.kind === "closed" ? "" : link.slug }] : []
}
