ALTER TYPE "public"."report_reason" ADD VALUE 'personal-details' BEFORE 'address';--> statement-breakpoint
ALTER TYPE "public"."report_reason" ADD VALUE 'untrue' BEFORE 'address';--> statement-breakpoint
CREATE TABLE "decision_lines" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"comment_id" bigint NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "decision_lines_length" CHECK (length("decision_lines"."body") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "decision_lines" ADD CONSTRAINT "decision_lines_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_lines" ADD CONSTRAINT "decision_lines_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_lines_comment_idx" ON "decision_lines" USING btree ("comment_id");