CREATE TYPE "public"."byline_part" AS ENUM('words', 'photographs', 'translation', 'editing');--> statement-breakpoint
CREATE TABLE "author_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"author_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_bylines" (
	"post_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"part" "byline_part" DEFAULT 'words' NOT NULL,
	"position" integer NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "post_bylines_post_id_author_id_part_pk" PRIMARY KEY("post_id","author_id","part")
);
--> statement-breakpoint
-- With the column go its index and the condition that names it. One rewrite of the table for all of it.
ALTER TABLE "audit_events"
  DROP COLUMN "subject",
  ADD COLUMN "author_id" bigint,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when author_id is not null then 'author' when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "pronouns" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "pronunciation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "author_slugs" ADD CONSTRAINT "author_slugs_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_bylines" ADD CONSTRAINT "post_bylines_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_bylines" ADD CONSTRAINT "post_bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "author_slugs_author_idx" ON "author_slugs" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "post_bylines_published_idx" ON "post_bylines" USING btree ("author_id","published_at" DESC NULLS LAST,"post_id" DESC NULLS LAST) WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "post_bylines_author_idx" ON "post_bylines" USING btree ("author_id","post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "authors_publication_key" ON "authors" USING btree ("kind") WHERE kind = 'publication';--> statement-breakpoint
CREATE INDEX "authors_name_idx" ON "authors" USING btree (lower("name"),"id");--> statement-breakpoint
-- No screen has set one so far, so nothing has bounded it.
UPDATE "authors" SET "title" = left("title", 200) WHERE length("title") > 200;--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_title_length" CHECK (length("authors"."title") <= 200);--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_pronouns_length" CHECK (length("authors"."pronouns") <= 60);--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_pronunciation_length" CHECK (length("authors"."pronunciation") <= 120);--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_links" CHECK (jsonb_typeof("authors"."links") = 'array' and jsonb_array_length("authors"."links") <= 8);--> statement-breakpoint
-- By hand from here on. Every story has the one byline that it had.
INSERT INTO "post_bylines" ("post_id", "author_id", "part", "position", "published_at")
  SELECT "id", "author_id", 'words', 0, CASE WHEN "status" = 'published' THEN "published_at" END FROM "posts";--> statement-breakpoint
-- A story that is made has its author's byline, whoever makes it, so that none is ever without.
CREATE FUNCTION posts_keep_first_byline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO post_bylines (post_id, author_id, part, position) VALUES (NEW.id, NEW.author_id, 'words', 0);
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER posts_keep_first_byline AFTER INSERT ON posts
  FOR EACH ROW EXECUTE FUNCTION posts_keep_first_byline();--> statement-breakpoint
-- An author's page is read along the dates of their bylines: those of stories that readers see, and no others.
CREATE FUNCTION post_bylines_take_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.published_at := (
    SELECT CASE WHEN posts.status = 'published' THEN posts.published_at END FROM posts WHERE posts.id = NEW.post_id);
  RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER post_bylines_take_date BEFORE INSERT ON post_bylines
  FOR EACH ROW EXECUTE FUNCTION post_bylines_take_date();--> statement-breakpoint
CREATE FUNCTION posts_date_bylines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post_bylines SET published_at = CASE WHEN NEW.status = 'published' THEN NEW.published_at END
    WHERE post_id = NEW.id;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER posts_date_bylines AFTER UPDATE OF status, published_at ON posts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.published_at IS DISTINCT FROM NEW.published_at)
  EXECUTE FUNCTION posts_date_bylines();
