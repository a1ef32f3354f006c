ALTER TYPE "public"."delivery_kind" ADD VALUE 'story_step';--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "proposal" text;--> statement-breakpoint
CREATE INDEX "posts_proposal_idx" ON "posts" USING btree ("updated_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE proposal is not null;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_proposal_is_of_published" CHECK ("posts"."proposal" is null or "posts"."status" = 'published');