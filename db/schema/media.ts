import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { staff } from "./staff.ts"

/** `processing` can be shown already, in one size; `failed` can be shown in the sizes it has. */
export const mediaState = pgEnum("media_state", ["processing", "ready", "failed"])

/** A file of a picture that readers are sent. */
export type MediaFile = {
  format: "avif" | "webp" | "jpeg"
  width: number
  height: number
  bytes: number
  /** Under the picture's key; names its content, so that it never changes. */
  name: string
  /** Cut to another shape around the focus, for links to a story on other sites. */
  crop?: true
}

/** Pictures that staff uploaded; `lib/media/storage` holds their files. */
export const media = pgTable(
  "media",
  {
    id: id(),
    /** Part of its files' addresses, which nobody can guess; another one once it was taken down. */
    key: text().notNull(),
    /** Names what was uploaded, in the store; it stays the same when the files are taken down. */
    originalKey: text().notNull(),
    /** SHA-256 of what was uploaded. */
    contentHash: bytes().notNull(),
    /** The uploaded file's own name, for people alone. */
    filename: text().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    animated: boolean().notNull().default(false),
    /** Shown until the picture is there, as `#rrggbb`. */
    color: text().notNull(),
    files: jsonb().$type<MediaFile[]>().notNull().default([]),
    state: mediaState().notNull().default("processing"),
    alt: text().notNull().default(""),
    /** Says nothing that the text does not say, so that it has no alt text. */
    decorative: boolean().notNull().default(false),
    caption: text().notNull().default(""),
    credit: text().notNull().default(""),
    licence: text().notNull().default(""),
    /** The words by which it is found, in lower case: to make those for each row at each search costs ten times the search. */
    words: text()
      .notNull()
      .generatedAlwaysAs(sql`lower(filename || ' ' || alt || ' ' || caption || ' ' || credit)`),
    /** What crops keep in sight, in thousandths from the left and from the top. */
    focusX: integer().notNull().default(500),
    focusY: integer().notNull().default(500),
    uploadedBy: reference().references(() => staff.id),
    updatedBy: reference().references(() => staff.id),
    /** Counts changes, so that two people never overwrite each other unseen. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("media_key_key").on(t.key),
    uniqueIndex("media_original_key_key").on(t.originalKey),
    index("media_content_idx").on(t.contentHash),
    index("media_newest_idx").on(t.id.desc()),
    index("media_uploader_idx").on(t.uploadedBy, t.id.desc()),
    check("media_key_form", sql`${t.key} ~ '^[a-z2-7]{26}$' and ${t.originalKey} ~ '^[a-z2-7]{26}$'`),
    check("media_color_form", sql`${t.color} ~ '^#[0-9a-f]{6}$'`),
    check("media_focus", sql`${t.focusX} between 0 and 1000 and ${t.focusY} between 0 and 1000`),
    check("media_alt_length", sql`length(${t.alt}) <= 500`),
    check("media_caption_length", sql`length(${t.caption}) <= 1000`),
    check("media_credit_length", sql`length(${t.credit}) <= 300 and length(${t.licence}) <= 300`),
    check("media_filename_length", sql`length(${t.filename}) between 1 and 200`),
  ],
)
