CREATE TABLE "post_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "post_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"parent_id" bigint,
	"staff_id" bigint NOT NULL,
	"body" text NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" bigint,
	CONSTRAINT "post_notes_body_length" CHECK (length("post_notes"."body") between 1 and 2000),
	CONSTRAINT "post_notes_passage_length" CHECK (length("post_notes"."quote") <= 500 and length("post_notes"."before") <= 64 and length("post_notes"."after") <= 64),
	CONSTRAINT "post_notes_on_passage" CHECK (("post_notes"."parent_id" is null) = ("post_notes"."quote" <> '')),
	CONSTRAINT "post_notes_resolved" CHECK ("post_notes"."parent_id" is null or "post_notes"."resolved_at" is null)
);
--> statement-breakpoint
CREATE TABLE "post_presence" (
	"post_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"tab" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"typed_at" timestamp with time zone,
	CONSTRAINT "post_presence_post_id_staff_id_tab_pk" PRIMARY KEY("post_id","staff_id","tab")
);
--> statement-breakpoint
ALTER TABLE "post_notes" ADD CONSTRAINT "post_notes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_notes" ADD CONSTRAINT "post_notes_parent_id_post_notes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."post_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_notes" ADD CONSTRAINT "post_notes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_notes" ADD CONSTRAINT "post_notes_resolved_by_staff_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_presence" ADD CONSTRAINT "post_presence_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_presence" ADD CONSTRAINT "post_presence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_notes_post_idx" ON "post_notes" USING btree ("post_id","id");--> statement-breakpoint
CREATE INDEX "post_notes_parent_idx" ON "post_notes" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "post_presence_staff_idx" ON "post_presence" USING btree ("staff_id","seen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "post_presence_seen_idx" ON "post_presence" USING btree ("seen_at");