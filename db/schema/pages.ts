import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"
import type { RichTextNode } from "./posts.ts"
import { staff } from "./staff.ts"

export const pageStatus = pgEnum("page_status", ["draft", "published"])

/** What a page is for, where the site itself refers to it; at most one page of each. */
export const pagePurpose = pgEnum("page_purpose", ["about", "contact", "privacy", "house_rules"])

/** About, Privacy and other pages without a date, at `/SLUG` or one level below another page. */
export const pages = pgTable(
  "pages",
  {
    id: id(),
    slug: text().notNull(),
    /** The page above it, which itself has none above. */
    parentId: reference().references((): AnyPgColumn => pages.id),
    purpose: pagePurpose(),
    title: text().notNull().default(""),
    /** What search engines and links elsewhere show of it; empty: how the page begins. */
    description: text().notNull().default(""),
    body: jsonb().$type<RichTextNode>().notNull(),
    status: pageStatus().notNull().default("draft"),
    createdBy: reference().references(() => staff.id),
    /** Named by the form on which its author began it, so that its first save can be repeated. */
    draftKey: text(),
    updatedBy: reference().references(() => staff.id),
    /** Counts saves, so that two editors never overwrite each other unseen. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    publishedAt: moment(),
    /** Of the privacy page: what the site did when it was written or last compared with the site (`lib/pages/privacy`), and when. */
    facts: jsonb().$type<Record<string, string>>(),
  },
  (t) => [
    uniqueIndex("pages_slug_key").on(sql`coalesce(${t.parentId}, 0)`, t.slug),
    uniqueIndex("pages_purpose_key").on(t.purpose),
    uniqueIndex("pages_draft_key").on(t.createdBy, t.draftKey),
    index("pages_parent_idx").on(t.parentId),
    check("pages_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 200`),
    check("pages_title_length", sql`length(${t.title}) <= 300`),
    check("pages_description_length", sql`length(${t.description}) <= 500`),
    check("pages_body_is_a_document", sql`${t.body} ->> 'type' = 'doc'`),
    check("pages_published_has_title", sql`${t.status} <> 'published' or length(${t.title}) > 0`),
    check("pages_not_under_itself", sql`${t.parentId} <> ${t.id}`),
  ],
)

/** Paths a published page had before, without the leading slash; they answer 308 to the present one. */
export const pagePaths = pgTable(
  "page_paths",
  {
    path: text().primaryKey(),
    pageId: reference()
      .notNull()
      .references(() => pages.id, { onDelete: "cascade" }),
  },
  (t) => [index("page_paths_page_id_idx").on(t.pageId)],
)
