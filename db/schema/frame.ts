import { sql } from "drizzle-orm"
import { check, index, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core"
import { id, reference } from "./columns.ts"
import { pages } from "./pages.ts"
import { tags } from "./posts.ts"

export const framePlace = pgEnum("frame_place", ["menu", "footer"])

/** The links that staff chose for the menu and the footer, in order. A place without rows is computed. */
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
