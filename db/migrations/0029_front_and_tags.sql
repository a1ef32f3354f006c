CREATE TYPE "public"."front_edition" AS ENUM('live', 'draft');--> statement-breakpoint
CREATE TABLE "front_pages" (
	"edition" "front_edition" PRIMARY KEY NOT NULL,
	"lead_post_id" bigint,
	"lead_until" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" bigint,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "front_sections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "front_sections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"edition" "front_edition" NOT NULL,
	"position" integer NOT NULL,
	"tag_id" bigint NOT NULL,
	"lead_post_id" bigint,
	"size" integer NOT NULL,
	CONSTRAINT "front_sections_size" CHECK ("front_sections"."size" between 1 and 7)
);--> statement-breakpoint
CREATE TABLE "tag_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"tag_id" bigint NOT NULL
);--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "off_front_page" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "front_pages" ADD CONSTRAINT "front_pages_lead_post_id_posts_id_fk" FOREIGN KEY ("lead_post_id") REFERENCES "public"."posts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_pages" ADD CONSTRAINT "front_pages_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_sections" ADD CONSTRAINT "front_sections_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_sections" ADD CONSTRAINT "front_sections_lead_post_id_posts_id_fk" FOREIGN KEY ("lead_post_id") REFERENCES "public"."posts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_slugs" ADD CONSTRAINT "tag_slugs_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "front_sections_tag_key" ON "front_sections" USING btree ("edition","tag_id");--> statement-breakpoint
CREATE INDEX "front_sections_tag_idx" ON "front_sections" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "front_sections_lead_idx" ON "front_sections" USING btree ("lead_post_id") WHERE lead_post_id is not null;--> statement-breakpoint
CREATE INDEX "tag_slugs_tag_id_idx" ON "tag_slugs" USING btree ("tag_id");--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_description_length" CHECK (length("tags"."description") <= 500);--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_position_range" CHECK ("tags"."position" between 1 and 9999);--> statement-breakpoint
-- By hand: a generated column is made anew, and takes its index and its constraint along.
ALTER TABLE "audit_events"
  DROP COLUMN "subject",
  ADD COLUMN "topic" text,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when topic is not null then topic when author_id is not null then 'author' when page_id is not null then 'page' when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));
