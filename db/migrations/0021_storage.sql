-- What was uploaded keeps its name while a picture's address changes.
ALTER TABLE "media" DROP CONSTRAINT "media_key_form";--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "original_key" text;--> statement-breakpoint
UPDATE "media" SET "original_key" = "key";--> statement-breakpoint
ALTER TABLE "media" ALTER COLUMN "original_key" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "media_original_key_key" ON "media" USING btree ("original_key");--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_key_form" CHECK ("media"."key" ~ '^[a-z2-7]{26}$' and "media"."original_key" ~ '^[a-z2-7]{26}$');--> statement-breakpoint
-- The column takes its index and its constraint along.
ALTER TABLE "audit_events"
  DROP COLUMN "subject",
  ADD COLUMN "media_id" bigint,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));
