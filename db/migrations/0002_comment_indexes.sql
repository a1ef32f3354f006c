CREATE INDEX "comment_reports_network_kept_idx" ON "comment_reports" USING btree ("created_at") WHERE network_hash is not null;--> statement-breakpoint
CREATE INDEX "comments_shown_idx" ON "comments" USING btree ("post_id","path") WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX "comments_network_kept_idx" ON "comments" USING btree ("created_at") WHERE network_hash is not null;