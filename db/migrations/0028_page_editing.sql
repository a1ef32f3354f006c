ALTER TABLE "media_uses" DROP CONSTRAINT "media_uses_subject";--> statement-breakpoint
DROP INDEX "media_uses_publication_key";--> statement-breakpoint
-- The column takes its index and its constraint along.
ALTER TABLE "audit_events"
  DROP COLUMN "subject",
  ADD COLUMN "page_id" bigint,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when author_id is not null then 'author' when page_id is not null then 'page' when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));--> statement-breakpoint
ALTER TABLE "media_uses" ADD COLUMN "page_id" bigint;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_page_idx" ON "audit_events" USING btree ("page_id","id") WHERE page_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "media_uses_page_key" ON "media_uses" USING btree ("page_id","media_id") WHERE page_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "media_uses_publication_key" ON "media_uses" USING btree ("place") WHERE post_id is null and author_id is null and page_id is null;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_subject" CHECK (case when "media_uses"."place" in ('logo', 'social') then num_nonnulls("media_uses"."post_id", "media_uses"."author_id", "media_uses"."page_id") = 0
        when "media_uses"."place" = 'portrait' then "media_uses"."author_id" is not null and num_nonnulls("media_uses"."post_id", "media_uses"."page_id") = 0
        when "media_uses"."place" = 'body' then "media_uses"."author_id" is null and num_nonnulls("media_uses"."post_id", "media_uses"."page_id") = 1
        else "media_uses"."post_id" is not null and num_nonnulls("media_uses"."author_id", "media_uses"."page_id") = 0 end);