ALTER TABLE "blackouts" ALTER COLUMN "original" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "blackouts" ALTER COLUMN "masked" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "blackouts" ADD COLUMN "words" text;--> statement-breakpoint
CREATE INDEX "blackouts_kept_idx" ON "blackouts" USING btree ("event_id") WHERE original is not null;--> statement-breakpoint
-- The mark was four signs that anybody could have typed before 0017. Those that moderators made become another one.
UPDATE "comments" SET "body" = replace("body", repeat(U&'\25AE', 4), U&'\FFFA')
WHERE "id" IN (SELECT "comment_id" FROM "blackouts");--> statement-breakpoint
UPDATE "blackouts" SET "original" = replace("original", repeat(U&'\25AE', 4), U&'\FFFA'),
	"masked" = replace("masked", repeat(U&'\25AE', 4), U&'\FFFA');
