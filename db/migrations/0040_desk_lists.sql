ALTER TABLE "posts" ADD COLUMN "newer_words" "tsvector";--> statement-breakpoint
CREATE INDEX "posts_newer_words_idx" ON "posts" USING gin ("newer_words") WHERE newer_words is not null;--> statement-breakpoint
CREATE INDEX "posts_title_idx" ON "posts" USING btree (left(lower(title), 60),"id");--> statement-breakpoint
CREATE INDEX "posts_date_idx" ON "posts" USING btree (coalesce("published_at", '1900-01-01 00:00:00+00'),"id");--> statement-breakpoint
CREATE INDEX "posts_archived_idx" ON "posts" USING btree ("updated_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "posts_shelf_idx" ON "posts" USING btree ("status","archived_at","trashed_at","deleted_at","created_by","id");--> statement-breakpoint
-- Written by hand from here on. What the desk's search looks through of newest words that readers do not see yet: a
-- vector made at each search would cost as much as all such stories are long.
CREATE FUNCTION posts_keep_newer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.newer_words := CASE
    WHEN NEW.status = 'published' AND NEW.working_revision_id IS DISTINCT FROM NEW.live_revision_id THEN (
      SELECT to_tsvector('simple', (r.content ->> 'title') || ' ' || (r.content ->> 'standfirst') || ' '
        || left(jsonb_path_query_array(r.content -> 'body', 'strict $.**.text')::text, 200000))
      FROM post_revisions r WHERE r.id = NEW.working_revision_id) END;
  RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER posts_keep_newer_words
  BEFORE INSERT OR UPDATE OF version, status, working_revision_id, live_revision_id ON posts
  FOR EACH ROW EXECUTE FUNCTION posts_keep_newer_words();--> statement-breakpoint
UPDATE posts SET status = status
  WHERE status = 'published' AND working_revision_id IS DISTINCT FROM live_revision_id;
