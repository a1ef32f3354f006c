CREATE TABLE "post_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "post_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"staff_id" bigint,
	"post_version" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"restored_from_id" bigint,
	"public_from" timestamp with time zone,
	"public_until" timestamp with time zone,
	CONSTRAINT "post_revisions_name_length" CHECK (length("post_revisions"."name") <= 120),
	CONSTRAINT "post_revisions_named" CHECK ("post_revisions"."kind" <> 'named' or "post_revisions"."name" <> ''),
	CONSTRAINT "post_revisions_content" CHECK ("post_revisions"."content" -> 'body' ->> 'type' = 'doc'),
	CONSTRAINT "post_revisions_public" CHECK ("post_revisions"."public_until" is null or "post_revisions"."public_from" is not null)
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "live_revision_id" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "working_revision_id" bigint;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_restored_from_id_post_revisions_id_fk" FOREIGN KEY ("restored_from_id") REFERENCES "public"."post_revisions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_revisions_post_idx" ON "post_revisions" USING btree ("post_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "post_revisions_restored_idx" ON "post_revisions" USING btree ("restored_from_id") WHERE restored_from_id is not null;--> statement-breakpoint
CREATE INDEX "post_revisions_passing_idx" ON "post_revisions" USING btree ("saved_at") WHERE public_from is null and name = '';--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_live_revision_id_post_revisions_id_fk" FOREIGN KEY ("live_revision_id") REFERENCES "public"."post_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_working_revision_id_post_revisions_id_fk" FOREIGN KEY ("working_revision_id") REFERENCES "public"."post_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_live_revision_idx" ON "posts" USING btree ("live_revision_id") WHERE live_revision_id is not null;--> statement-breakpoint
CREATE INDEX "posts_working_revision_idx" ON "posts" USING btree ("working_revision_id") WHERE working_revision_id is not null;--> statement-breakpoint
-- By hand from here on. Every story has one revision: what it says now, public since it was published where readers see it.
-- Of one that was taken back nobody knows what it said then; it counts as public until its last change, and so is kept.
INSERT INTO "post_revisions" ("post_id", "kind", "content", "staff_id", "post_version", "started_at", "saved_at", "public_from", "public_until")
  SELECT p."id",
    CASE WHEN p."published_at" IS NOT NULL THEN 'published' ELSE 'sitting' END,
    jsonb_build_object('title', p."title", 'standfirst', p."standfirst", 'slug', p."slug", 'body', p."body",
      'leadMediaId', p."lead_media_id", 'picture', p."picture", 'pictureAlt', p."picture_alt",
      'tags', coalesce((
        SELECT jsonb_agg(t."name" ORDER BY pt."position", t."id")
        FROM "post_tags" pt JOIN "tags" t ON t."id" = pt."tag_id" WHERE pt."post_id" = p."id"), '[]'),
      'bylines', coalesce((
        SELECT jsonb_agg(jsonb_build_object('authorId', b."author_id", 'part', b."part") ORDER BY b."position", b."author_id")
        FROM "post_bylines" b WHERE b."post_id" = p."id"), '[]')),
    coalesce(p."updated_by", p."created_by"), p."version", p."updated_at", p."updated_at",
    p."published_at", CASE WHEN p."status" <> 'published' AND p."published_at" IS NOT NULL THEN p."updated_at" END
  FROM "posts" p;--> statement-breakpoint
UPDATE "posts" p SET "working_revision_id" = r."id", "live_revision_id" = CASE WHEN p."status" = 'published' THEN r."id" END
  FROM "post_revisions" r WHERE r."post_id" = p."id";--> statement-breakpoint
-- Pictures of earlier words stay in the library.
INSERT INTO "media_uses" ("media_id", "post_id", "place")
  SELECT DISTINCT "media_id", "post_id", 'revision' FROM "media_uses" WHERE "post_id" IS NOT NULL;
