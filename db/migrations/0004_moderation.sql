CREATE TYPE "public"."ban_kind" AS ENUM('address', 'domain', 'network', 'name');--> statement-breakpoint
CREATE TYPE "public"."comment_mail" AS ENUM('off', 'at_once', 'hourly', 'daily');--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'hidden';--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'proved';--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'appealed';--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'appeal_denied';--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'banned';--> statement-breakpoint
ALTER TYPE "public"."moderation_action" ADD VALUE 'ban_lifted';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'commenter_proof';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'commenter_link';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'comment_reply';--> statement-breakpoint
ALTER TYPE "public"."delivery_kind" ADD VALUE 'moderation_digest';--> statement-breakpoint
ALTER TYPE "public"."comment_mode" ADD VALUE 'hold_first' BEFORE 'hold_all';--> statement-breakpoint
ALTER TYPE "public"."comment_mode" ADD VALUE 'hold_unverified' BEFORE 'hold_all';--> statement-breakpoint
CREATE TABLE "commenters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commenters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email_sealed" "bytea" NOT NULL,
	"email_hash" "bytea" NOT NULL,
	"proved_at" timestamp with time zone,
	"mail_stopped_at" timestamp with time zone,
	"epoch" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"staff_id" bigint NOT NULL,
	"action" "moderation_action" NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "filter_features" (
	"feature" text PRIMARY KEY NOT NULL,
	"spam" integer DEFAULT 0 NOT NULL,
	"ham" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filter_lessons" (
	"comment_id" bigint PRIMARY KEY NOT NULL,
	"spam" boolean NOT NULL,
	"features" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "ban_kind" NOT NULL,
	"hash" "bytea",
	"pattern" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"comment_id" bigint,
	"staff_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "bans_hash_or_pattern" CHECK (("bans"."kind" in ('address', 'network')) = ("bans"."hash" is not null)),
	CONSTRAINT "bans_pattern_length" CHECK (length("bans"."pattern") <= 245 and length("bans"."reason") <= 500)
);
--> statement-breakpoint
CREATE TABLE "comment_appeals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_appeals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" bigint,
	CONSTRAINT "comment_appeals_length" CHECK (length("comment_appeals"."body") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "comment_leases" (
	"comment_id" bigint PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_notes_length" CHECK (length("comment_notes"."body") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"post_id" bigint NOT NULL,
	"root_id" bigint NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"last_position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "threads_post_id_root_id_pk" PRIMARY KEY("post_id","root_id")
);
--> statement-breakpoint
ALTER TABLE "moderation_events" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_events" ALTER COLUMN "to_status" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_events" ALTER COLUMN "comment_version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "comment_mode" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "comment_mode" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "staff_id" bigint;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "notify_replies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "score" double precision;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "findings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "contributions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "batch_id" bigint;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "ban_id" bigint;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "detail" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "chain_seq" bigint;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "chain_hash" "bytea";--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD COLUMN "commenter_id" bigint;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD COLUMN "staff_id" bigint;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "comment_mail" "comment_mail" DEFAULT 'hourly' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "comment_mail_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "comment_mail_up_to" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_batches" ADD CONSTRAINT "moderation_batches_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filter_lessons" ADD CONSTRAINT "filter_lessons_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_appeals" ADD CONSTRAINT "comment_appeals_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_appeals" ADD CONSTRAINT "comment_appeals_event_id_moderation_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."moderation_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_appeals" ADD CONSTRAINT "comment_appeals_decided_by_moderation_events_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."moderation_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_leases" ADD CONSTRAINT "comment_leases_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_leases" ADD CONSTRAINT "comment_leases_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_notes" ADD CONSTRAINT "comment_notes_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_notes" ADD CONSTRAINT "comment_notes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "commenters_email_hash_key" ON "commenters" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "bans_hash_idx" ON "bans" USING btree ("hash") WHERE hash is not null;--> statement-breakpoint
CREATE INDEX "bans_standing_idx" ON "bans" USING btree ("kind") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_appeals_once_key" ON "comment_appeals" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_appeals_open_idx" ON "comment_appeals" USING btree ("id") WHERE decided_by is null;--> statement-breakpoint
CREATE INDEX "comment_leases_staff_idx" ON "comment_leases" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "comment_notes_comment_idx" ON "comment_notes" USING btree ("comment_id","id");--> statement-breakpoint
CREATE INDEX "threads_most_answered_idx" ON "threads" USING btree ("post_id","shown" DESC NULLS LAST,"root_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD CONSTRAINT "moderation_events_batch_id_moderation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."moderation_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_commenter_id_commenters_id_fk" FOREIGN KEY ("commenter_id") REFERENCES "public"."commenters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_risk_idx" ON "comments" USING btree ("score" DESC NULLS LAST,"id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "comments_network_idx" ON "comments" USING btree ("network_hash","created_at") WHERE network_hash is not null;--> statement-breakpoint
CREATE INDEX "comments_top_idx" ON "comments" USING btree ("post_id","position") WHERE parent_id is null and position is not null;--> statement-breakpoint
CREATE INDEX "comments_answers_idx" ON "comments" USING btree ("post_id",(path[1]),"position") WHERE parent_id is not null and position is not null;--> statement-breakpoint
CREATE INDEX "comments_words_idx" ON "comments" USING gin (to_tsvector('simple', name || ' ' || body));--> statement-breakpoint
CREATE INDEX "moderation_events_staff_idx" ON "moderation_events" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "moderation_events_batch_idx" ON "moderation_events" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "moderation_events_unchained_idx" ON "moderation_events" USING btree ("id") WHERE chain_seq is null;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_events_chain_key" ON "moderation_events" USING btree ("chain_seq");--> statement-breakpoint
CREATE INDEX "mail_deliveries_commenter_idx" ON "mail_deliveries" USING btree ("commenter_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_deliveries_staff_idx" ON "mail_deliveries" USING btree ("staff_id","created_at");