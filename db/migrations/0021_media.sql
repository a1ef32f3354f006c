CREATE TYPE "public"."media_state" AS ENUM('processing', 'ready', 'failed');--> statement-breakpoint
CREATE TABLE "media_uses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"media_id" bigint NOT NULL,
	"post_id" bigint,
	"author_id" bigint,
	"place" text NOT NULL,
	CONSTRAINT "media_uses_one_subject" CHECK (num_nonnulls("media_uses"."post_id", "media_uses"."author_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"original_key" text NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"filename" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"animated" boolean DEFAULT false NOT NULL,
	"color" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" "media_state" DEFAULT 'processing' NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"decorative" boolean DEFAULT false NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"licence" text DEFAULT '' NOT NULL,
	"focus_x" integer DEFAULT 500 NOT NULL,
	"focus_y" integer DEFAULT 500 NOT NULL,
	"uploaded_by" bigint,
	"updated_by" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_key_form" CHECK ("media"."key" ~ '^[a-z2-7]{26}$' and "media"."original_key" ~ '^[a-z2-7]{26}$'),
	CONSTRAINT "media_color_form" CHECK ("media"."color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "media_focus" CHECK ("media"."focus_x" between 0 and 1000 and "media"."focus_y" between 0 and 1000),
	CONSTRAINT "media_alt_length" CHECK (length("media"."alt") <= 500),
	CONSTRAINT "media_caption_length" CHECK (length("media"."caption") <= 1000),
	CONSTRAINT "media_credit_length" CHECK (length("media"."credit") <= 300 and length("media"."licence") <= 300),
	CONSTRAINT "media_filename_length" CHECK (length("media"."filename") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "lead_media_id" bigint;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_staff_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "media_uses_post_key" ON "media_uses" USING btree ("post_id","place","media_id") WHERE post_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "media_uses_author_key" ON "media_uses" USING btree ("author_id") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "media_uses_media_idx" ON "media_uses" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "media_key_key" ON "media" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "media_original_key_key" ON "media" USING btree ("original_key");--> statement-breakpoint
CREATE INDEX "media_content_idx" ON "media" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "media_newest_idx" ON "media" USING btree ("id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "media_uploader_idx" ON "media" USING btree ("uploaded_by","id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_lead_media_id_media_id_fk" FOREIGN KEY ("lead_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_lead_media_idx" ON "posts" USING btree ("lead_media_id") WHERE lead_media_id is not null;--> statement-breakpoint
-- The column takes its index and its constraint along.
ALTER TABLE "audit_events"
  DROP COLUMN "subject",
  ADD COLUMN "media_id" bigint,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));
