ALTER TABLE "posts" ADD COLUMN "comments_deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "post_revisions_bylines_idx" ON "post_revisions" USING gin ((content -> 'bylines') jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "posts_deleted_idx" ON "posts" USING btree ("comments_deleted_at","id") WHERE deleted_at is not null;