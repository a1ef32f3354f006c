ALTER TYPE "public"."report_reason" ADD VALUE 'address';--> statement-breakpoint
ALTER TABLE "comment_reports" ADD COLUMN "wide_network_hash" "bytea";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "mailbox_hash" "bytea";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "wide_network_hash" "bytea";--> statement-breakpoint
CREATE INDEX "comments_mailbox_idx" ON "comments" USING btree (coalesce(mailbox_hash, email_hash),"created_at");--> statement-breakpoint
CREATE INDEX "comments_mailbox_missing_idx" ON "comments" USING btree ("id") WHERE mailbox_hash is null and status <> 'deleted';--> statement-breakpoint
CREATE INDEX "comments_wide_network_idx" ON "comments" USING btree (coalesce(wide_network_hash, network_hash),"created_at") WHERE network_hash is not null;--> statement-breakpoint
-- What was typed into the field that people cannot see may be somebody's address: only that it was filled stays.
UPDATE "comments" SET "findings" = (
  SELECT jsonb_agg(
    CASE WHEN finding ->> 'check' = 'honeypot'
      THEN jsonb_set(finding, '{evidence}', to_jsonb(length(finding ->> 'evidence') || ' characters'))
      ELSE finding END
    ORDER BY place)
  FROM jsonb_array_elements("findings") WITH ORDINALITY AS kept (finding, place))
WHERE "findings" @> '[{"check": "honeypot"}]';
