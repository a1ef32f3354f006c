ALTER TABLE "posts" ADD COLUMN "draft_key" text;--> statement-breakpoint
-- It stood among the story's former addresses until now. A former address that begins as one, such as
-- "new-5-mushrooms", is told from it by its length and its digits.
CREATE TEMPORARY TABLE "kept_keys" ON COMMIT DROP AS
  SELECT s."slug", p."id", substr(s."slug", length('new-' || p."created_by" || '-') + 1) AS "key"
  FROM "post_slugs" s JOIN "posts" p ON p."id" = s."post_id"
  WHERE starts_with(s."slug", 'new-' || p."created_by" || '-');--> statement-breakpoint
DELETE FROM "kept_keys"
  WHERE "key" !~ '^([a-z0-9]{12,50}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' OR "key" !~ '[0-9]';--> statement-breakpoint
UPDATE "posts" SET "draft_key" = "key" FROM "kept_keys" WHERE "kept_keys"."id" = "posts"."id";--> statement-breakpoint
DELETE FROM "post_slugs" WHERE "slug" IN (SELECT "slug" FROM "kept_keys");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_draft_key" ON "posts" USING btree ("created_by","draft_key");
