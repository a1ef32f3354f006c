CREATE TABLE "blackouts" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"comment_id" bigint NOT NULL,
	"original" text NOT NULL,
	"masked" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blackouts_comment_idx" ON "blackouts" USING btree ("comment_id");