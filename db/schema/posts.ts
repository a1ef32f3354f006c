import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { authors } from "./authors.ts"
import { id, moment, reference, searchWords } from "./columns.ts"
import { media } from "./media.ts"
import { postRevisions } from "./post-revisions.ts"
import { staff } from "./staff.ts"

/** What somebody did for a story. */
export const bylinePart = pgEnum("byline_part", ["words", "photographs", "translation", "editing"])

/** As `lib/documents/post-statuses.ts` orders them; a value that came later stands where its migration put it. */
export const postStatus = pgEnum("post_status", [
  "draft",
  "in_review",
  "changes_asked",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
])

/** Who may speak without waiting, from everybody to nobody; `lib/settings/comment-modes.ts` says what each means. */
export const commentMode = pgEnum("comment_mode", [
  "open",
  "hold_first",
  "hold_unverified",
  "hold_all",
  "closed",
])

/** A rich-text document as Tiptap writes it; never HTML. */
export type RichTextNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/**
 * What the desk's search looks through, as `posts_words_idx` and `posts_that_say` have it. A vector of a longer text could
 * be larger than Postgres takes, and the save would fail.
 */
const postWords = sql`to_tsvector('simple', title || ' ' || standfirst || ' ' || left(jsonb_path_query_array(body, 'strict $.**.text')::text, 200000))`

/** Stories by their date, as `posts_date_idx` has them: those without one after all others. */
export const postDate = sql`coalesce("published_at", '1900-01-01 00:00:00+00')`

export const posts = pgTable(
  "posts",
  {
    id: id(),
    slug: text().notNull(),
    title: text().notNull().default(""),
    standfirst: text().notNull().default(""),
    body: jsonb().$type<RichTextNode>().notNull(),
    status: postStatus().notNull().default("draft"),
    /** The first byline of words, or else the first: `lib/posts/save-bylines.ts` keeps it as `post_bylines` has it. */
    authorId: reference()
      .notNull()
      .references(() => authors.id),
    /** Who made the row. Whose story it is: `isOwn` in `lib/posts/policy.ts`. */
    createdBy: reference().references(() => staff.id),
    /** Named by the page on which its author began it, so that its first save can be repeated. */
    draftKey: text(),
    /** Who saved it last: a stale save is told by name. */
    updatedBy: reference().references(() => staff.id),
    /** The lead picture, from the library. */
    leadMediaId: reference().references(() => media.id),
    /** Of a story without one: address of the lead picture on this site, or empty. */
    picture: text().notNull().default(""),
    pictureAlt: text().notNull().default(""),
    /** What search engines and links elsewhere say of it; empty where they say its title and its standfirst. */
    searchTitle: text().notNull().default(""),
    searchDescription: text().notNull().default(""),
    socialTitle: text().notNull().default(""),
    socialDescription: text().notNull().default(""),
    /** Where it appeared first, on another site; empty where that is here. */
    canonicalUrl: text().notNull().default(""),
    /** Null where the publication's own mode holds. */
    commentMode: commentMode(),
    /** Whether the front page leaves it out; lists, feeds and search have it all the same. */
    offFrontPage: boolean().notNull().default(false),
    /** Counts saves, so that two editors never overwrite each other unseen. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    publishedAt: moment(),
    /** The date that readers shall see once it is published, where that is another than the moment of publishing. */
    dateShown: moment(),
    /** When a scheduled story goes out; null of every other. */
    publishAt: moment(),
    /** Who scheduled it: it does not go out by itself once they may not publish any more. */
    scheduledBy: reference().references(() => staff.id),
    /** Before then nobody may show it to readers. */
    embargoUntil: moment(),
    /** The revision that an editor has approved, and who that was. */
    approvedRevisionId: reference().references((): AnyPgColumn => postRevisions.id),
    approvedBy: reference().references(() => staff.id),
    /** Of a published story: newer words that its writer has handed in, or that an editor has sent back. */
    proposal: text({ enum: ["in_review", "changes_asked"] }),
    /** What the address of a withdrawn story says; empty where it answers like an unknown one. */
    withdrawalNotice: text().notNull().default(""),
    /** Put away: the desk's lists leave it out, readers see no difference. */
    archivedAt: moment(),
    /** Thrown away: deleted for good thirty days later. */
    trashedAt: moment(),
    trashedBy: reference().references(() => staff.id),
    /** Emptied for good: the row stays for the log, without words, and nobody finds it. */
    deletedAt: moment(),
    /** When the last of what readers said under it was deleted too; null while that is still to be done. */
    commentsDeletedAt: moment(),
    /** When readers were last told that it was changed or corrected. */
    revisedAt: moment(),
    /**
     * The revision that readers see, null while they see none. What is beside it in this row is what readers see of a
     * published story, and the newest words of any other.
     */
    liveRevisionId: reference().references((): AnyPgColumn => postRevisions.id),
    /** The revision with the newest words: another one than the live one while readers do not see them yet. */
    workingRevisionId: reference().references((): AnyPgColumn => postRevisions.id),
    /** What the desk's search looks through of newest words that readers do not see yet; a trigger keeps it. */
    newerWords: searchWords(),
  },
  (t) => [
    uniqueIndex("posts_slug_key").on(t.slug),
    // Asked by the foreign keys when a revision is removed.
    index("posts_live_revision_idx").on(t.liveRevisionId).where(sql`live_revision_id is not null`),
    index("posts_working_revision_idx").on(t.workingRevisionId).where(sql`working_revision_id is not null`),
    uniqueIndex("posts_draft_key").on(t.createdBy, t.draftKey),
    index("posts_published_idx").on(t.publishedAt.desc(), t.id.desc()).where(sql`status = 'published'`),
    index("posts_author_idx")
      .on(t.authorId, t.publishedAt.desc(), t.id.desc())
      .where(sql`status = 'published'`),
    index("posts_updated_idx").on(t.updatedAt.desc(), t.id.desc()),
    index("posts_status_idx").on(t.status, t.updatedAt.desc(), t.id.desc()),
    index("posts_approved_revision_idx")
      .on(t.approvedRevisionId)
      .where(sql`approved_revision_id is not null`),
    index("posts_proposal_idx").on(t.updatedAt.desc(), t.id.desc()).where(sql`proposal is not null`),
    index("posts_publish_at_idx").on(t.publishAt, t.id).where(sql`publish_at is not null`),
    index("posts_trashed_idx").on(t.trashedAt).where(sql`trashed_at is not null`),
    // The few that were deleted for good; asked each hour: which threads are still to be deleted with their stories.
    index("posts_deleted_idx").on(t.commentsDeletedAt, t.id).where(sql`deleted_at is not null`),
    index("posts_words_idx").using("gin", postWords),
    index("posts_newer_words_idx").using("gin", t.newerWords).where(sql`newer_words is not null`),
    // The desk's list in its other orders.
    index("posts_title_idx").on(sql`left(lower(title), 60)`, t.id),
    index("posts_date_idx").on(postDate, t.id),
    index("posts_archived_idx").on(t.updatedAt.desc(), t.id.desc()).where(sql`archived_at is not null`),
    // The numbers above that list are counted from the index alone.
    index("posts_shelf_idx").on(t.status, t.archivedAt, t.trashedAt, t.deletedAt, t.createdBy, t.id),
    // Asked by the foreign key when a picture is deleted.
    index("posts_lead_media_idx").on(t.leadMediaId).where(sql`lead_media_id is not null`),
    index("posts_created_by_idx").on(t.createdBy, t.updatedAt.desc(), t.id.desc()),
    check("posts_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 200`),
    check("posts_title_length", sql`length(${t.title}) <= 300`),
    check("posts_standfirst_length", sql`length(${t.standfirst}) <= 1000`),
    check("posts_body_is_a_document", sql`${t.body} ->> 'type' = 'doc'`),
    check(
      "posts_published_has_title_and_date",
      sql`${t.status} <> 'published' or (length(${t.title}) > 0 and ${t.publishedAt} is not null)`,
    ),
    check("posts_scheduled_has_time", sql`(${t.status} = 'scheduled') = (${t.publishAt} is not null)`),
    check("posts_proposal_is_of_published", sql`${t.proposal} is null or ${t.status} = 'published'`),
    check("posts_deleted_is_trashed", sql`${t.deletedAt} is null or ${t.trashedAt} is not null`),
    check("posts_withdrawal_notice_length", sql`length(${t.withdrawalNotice}) <= 1000`),
    check(
      "posts_metadata_length",
      sql`length(${t.searchTitle}) <= 300 and length(${t.searchDescription}) <= 1000 and length(${t.socialTitle}) <= 300
        and length(${t.socialDescription}) <= 1000 and length(${t.canonicalUrl}) <= 2000`,
    ),
    check(
      "posts_trashed_is_unseen",
      sql`${t.trashedAt} is null or ${t.status} not in ('published', 'scheduled')`,
    ),
  ],
)

/**
 * Who is credited on a story, in order, and for which part; there is always one. A trigger adds the first when a
 * story is made, and keeps `published_at` (`0026_bylines.sql`).
 */
export const postBylines = pgTable(
  "post_bylines",
  {
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    authorId: reference()
      .notNull()
      .references(() => authors.id),
    part: bylinePart().notNull().default("words"),
    position: integer().notNull(),
    /** When the story was published, while readers see it: an author's page is read along the index. */
    publishedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.authorId, t.part] }),
    index("post_bylines_published_idx")
      .on(t.authorId, t.publishedAt.desc(), t.postId.desc())
      .where(sql`published_at is not null`),
    index("post_bylines_author_idx").on(t.authorId, t.postId),
  ],
)

/** Addresses a story had before; they answer 308 to the present one. */
export const postSlugs = pgTable(
  "post_slugs",
  {
    slug: text().primaryKey(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
  },
  (t) => [index("post_slugs_post_id_idx").on(t.postId)],
)

export const tags = pgTable(
  "tags",
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    /** What its page says above the stories, and search engines of the page. */
    description: text().notNull().default(""),
    /** Its place among the tags that are listed; without one it comes after those that have one. */
    position: integer(),
  },
  (t) => [
    uniqueIndex("tags_slug_key").on(t.slug),
    check("tags_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 100`),
    check("tags_name_length", sql`length(${t.name}) between 1 and 100`),
    check("tags_description_length", sql`length(${t.description}) <= 500`),
    check("tags_position_range", sql`${t.position} between 1 and 9999`),
  ],
)

/** Addresses that a tag had before, and those of tags that were merged into it; they answer 308 to the present one. */
export const tagSlugs = pgTable(
  "tag_slugs",
  {
    slug: text().primaryKey(),
    /** What the tag was called then: writers who still call it so mean the present one. */
    name: text().notNull().default(""),
    tagId: reference()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [index("tag_slugs_tag_id_idx").on(t.tagId)],
)

export const postTags = pgTable(
  "post_tags",
  {
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    tagId: reference()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.tagId] }), index("post_tags_tag_idx").on(t.tagId, t.postId)],
)
