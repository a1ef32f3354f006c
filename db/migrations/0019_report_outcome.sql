ALTER TYPE "public"."delivery_kind" ADD VALUE 'report_outcome';--> statement-breakpoint
ALTER TABLE "comment_reports" ADD COLUMN "commenter_id" bigint;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_commenter_id_commenters_id_fk" FOREIGN KEY ("commenter_id") REFERENCES "public"."commenters"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_reports_commenter_idx" ON "comment_reports" USING btree ("commenter_id") WHERE commenter_id is not null;