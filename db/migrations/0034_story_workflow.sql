ALTER TYPE "public"."post_status" ADD VALUE 'changes_asked' BEFORE 'scheduled';--> statement-breakpoint
ALTER TYPE "public"."post_status" ADD VALUE 'approved' BEFORE 'scheduled';--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "publish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "scheduled_by" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "embargo_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "approved_revision_id" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "approved_by" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "withdrawal_notice" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "trashed_by" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_scheduled_by_staff_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_approved_revision_id_post_revisions_id_fk" FOREIGN KEY ("approved_revision_id") REFERENCES "public"."post_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_trashed_by_staff_id_fk" FOREIGN KEY ("trashed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_approved_revision_idx" ON "posts" USING btree ("approved_revision_id") WHERE approved_revision_id is not null;--> statement-breakpoint
CREATE INDEX "posts_publish_at_idx" ON "posts" USING btree ("publish_at","id") WHERE publish_at is not null;--> statement-breakpoint
CREATE INDEX "posts_trashed_idx" ON "posts" USING btree ("trashed_at") WHERE trashed_at is not null;--> statement-breakpoint
-- Nothing could schedule a story before; one that was put in by hand has no time.
UPDATE "posts" SET "status" = 'in_review' WHERE "status" = 'scheduled';--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_scheduled_has_time" CHECK (("posts"."status" = 'scheduled') = ("posts"."publish_at" is not null));--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_withdrawal_notice_length" CHECK (length("posts"."withdrawal_notice") <= 1000);--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_trashed_is_unseen" CHECK ("posts"."trashed_at" is null or "posts"."status" not in ('published', 'scheduled'));