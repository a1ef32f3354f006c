import { sql } from "drizzle-orm"
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"
import { pages } from "./pages.ts"
import { posts, tags } from "./posts.ts"
import { staff } from "./staff.ts"

export const framePlace = pgEnum("frame_place", ["menu", "footer"])

/** The links that staff chose for the menu and the footer, in order. A place is computed until somebody chooses: `siteKeys.chosenLinks`. */
export const frameLinks = pgTable(
  "frame_links",
  {
    id: id(),
    place: framePlace().notNull(),
    position: integer().notNull(),
    /** Empty: the title of the page, the name of the tag. */
    label: text().notNull().default(""),
    pageId: reference().references(() => pages.id, { onDelete: "cascade" }),
    tagId: reference().references(() => tags.id, { onDelete: "cascade" }),
    /** An address on this site (from `/`) or elsewhere (`https:`). */
    url: text(),
  },
  (t) => [
    index("frame_links_place_idx").on(t.place, t.position),
    index("frame_links_page_idx").on(t.pageId),
    index("frame_links_tag_idx").on(t.tagId),
    check("frame_links_target", sql`num_nonnulls(${t.pageId}, ${t.tagId}, ${t.url}) = 1`),
    check("frame_links_label_length", sql`length(${t.label}) <= 60`),
    check("frame_links_url_length", sql`length(${t.url}) <= 2000 and (${t.label} <> '' or ${t.url} is null)`),
  ],
)

/** What readers see, and what staff prepare. */
export const frontEdition = pgEnum("front_edition", ["live", "draft"])

/** How the front page opens. Without a row, and without a lead, it opens with one of the newest stories. */
export const frontPages = pgTable("front_pages", {
  edition: frontEdition().primaryKey(),
  leadPostId: reference().references(() => posts.id, { onDelete: "set null" }),
  /** When the lead stops being one; null where it stays until somebody changes it. */
  leadUntil: moment(),
  /** Counts saves of both editions, so that two editors never overwrite each other unseen. */
  version: integer().notNull().default(1),
  updatedBy: reference().references(() => staff.id),
  updatedAt: moment().notNull().defaultNow(),
})

/** The sections of the front page, in order: each shows stories with a tag. */
export const frontSections = pgTable(
  "front_sections",
  {
    id: id(),
    edition: frontEdition().notNull(),
    position: integer().notNull(),
    tagId: reference()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    /** The story that opens the section; without one, the newest. */
    leadPostId: reference().references(() => posts.id, { onDelete: "set null" }),
    /** How many stories it shows, with the one that opens it. */
    size: integer().notNull(),
  },
  (t) => [
    uniqueIndex("front_sections_tag_key").on(t.edition, t.tagId),
    index("front_sections_tag_idx").on(t.tagId),
    index("front_sections_lead_idx").on(t.leadPostId).where(sql`lead_post_id is not null`),
    check("front_sections_size", sql`${t.size} between 1 and 7`),
  ],
)
