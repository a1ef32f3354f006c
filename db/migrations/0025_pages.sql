CREATE TYPE "public"."frame_place" AS ENUM('menu', 'footer');--> statement-breakpoint
CREATE TYPE "public"."page_purpose" AS ENUM('about', 'contact', 'privacy', 'house_rules');--> statement-breakpoint
CREATE TYPE "public"."page_status" AS ENUM('draft', 'published');--> statement-breakpoint
CREATE TABLE "frame_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "frame_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"place" "frame_place" NOT NULL,
	"position" integer NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"page_id" bigint,
	"tag_id" bigint,
	"url" text,
	CONSTRAINT "frame_links_target" CHECK (num_nonnulls("frame_links"."page_id", "frame_links"."tag_id", "frame_links"."url") = 1),
	CONSTRAINT "frame_links_label_length" CHECK (length("frame_links"."label") <= 60),
	CONSTRAINT "frame_links_url_length" CHECK (length("frame_links"."url") <= 2000 and ("frame_links"."label" <> '' or "frame_links"."url" is null))
);
--> statement-breakpoint
CREATE TABLE "page_paths" (
	"path" text PRIMARY KEY NOT NULL,
	"page_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"parent_id" bigint,
	"purpose" "page_purpose",
	"title" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"body" jsonb NOT NULL,
	"status" "page_status" DEFAULT 'draft' NOT NULL,
	"created_by" bigint,
	"draft_key" text,
	"updated_by" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "pages_slug_form" CHECK ("pages"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("pages"."slug") <= 200),
	CONSTRAINT "pages_title_length" CHECK (length("pages"."title") <= 300),
	CONSTRAINT "pages_description_length" CHECK (length("pages"."description") <= 500),
	CONSTRAINT "pages_body_is_a_document" CHECK ("pages"."body" ->> 'type' = 'doc'),
	CONSTRAINT "pages_published_has_title" CHECK ("pages"."status" <> 'published' or length("pages"."title") > 0),
	CONSTRAINT "pages_not_under_itself" CHECK ("pages"."parent_id" <> "pages"."id")
);
--> statement-breakpoint
ALTER TABLE "frame_links" ADD CONSTRAINT "frame_links_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_links" ADD CONSTRAINT "frame_links_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_paths" ADD CONSTRAINT "page_paths_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "frame_links_place_idx" ON "frame_links" USING btree ("place","position");--> statement-breakpoint
CREATE INDEX "frame_links_page_idx" ON "frame_links" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "frame_links_tag_idx" ON "frame_links" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "page_paths_page_id_idx" ON "page_paths" USING btree ("page_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_slug_key" ON "pages" USING btree (coalesce("parent_id", 0),"slug");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_purpose_key" ON "pages" USING btree ("purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_draft_key" ON "pages" USING btree ("created_by","draft_key");--> statement-breakpoint
CREATE INDEX "pages_parent_idx" ON "pages" USING btree ("parent_id");