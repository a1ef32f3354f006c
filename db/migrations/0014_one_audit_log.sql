-- One log: what was `moderation_events` takes up `post_events`. Rows keep their numbers, times and places in the chain,
-- and a row without the new columns is hashed as before (`lib/audit/canonical.ts`).
ALTER TABLE "moderation_events" RENAME TO "audit_events";--> statement-breakpoint
ALTER SEQUENCE "moderation_events_id_seq" RENAME TO "audit_events_id_seq";--> statement-breakpoint
ALTER TABLE "audit_events" RENAME COLUMN "comment_version" TO "version";--> statement-breakpoint
-- Its condition compares with a value of the enum.
DROP INDEX "moderation_events_waiting_idx";--> statement-breakpoint
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN SELECT conrelid::regclass AS held_by, conname AS name FROM pg_constraint
    WHERE conname LIKE '%moderation\_events%' AND connamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I',
      found.held_by, found.name, replace(found.name, 'moderation_events', 'audit_events'));
  END LOOP;
  FOR found IN SELECT indexname AS name FROM pg_indexes
    WHERE schemaname = 'public' AND indexname LIKE 'moderation\_events%'
  LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I',
      found.name, replace(found.name, 'moderation_events', 'audit_events'));
  END LOOP;
END
$$;--> statement-breakpoint
DROP TRIGGER "moderation_events_append_only" ON "audit_events";--> statement-breakpoint
DROP TRIGGER "moderation_events_never_emptied" ON "audit_events";--> statement-breakpoint
DROP FUNCTION moderation_events_append_only();--> statement-breakpoint
-- Enums become text: a value that is added to an enum cannot be used before the transaction of all migrations ends.
ALTER TABLE "moderation_batches" ALTER COLUMN "action" TYPE text;--> statement-breakpoint
ALTER TABLE "audit_events"
  ALTER COLUMN "action" TYPE text,
  ALTER COLUMN "from_status" TYPE text,
  ALTER COLUMN "to_status" TYPE text,
  ALTER COLUMN "created_at" SET DEFAULT clock_timestamp(),
  ADD COLUMN "post_id" bigint,
  ADD COLUMN "member_id" bigint,
  ADD COLUMN "subject" text GENERATED ALWAYS AS (case when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end) STORED NOT NULL;--> statement-breakpoint
DROP TYPE "public"."moderation_action";--> statement-breakpoint
-- The stories' rows, chained at once behind the others: to the verifier, an old row that is not chained is a fault.
-- Their values are digits and words, which JSON writes as they are.
DO $$
DECLARE
  seq bigint;
  hash bytea;
  event audit_events;
BEGIN
  SELECT chain_seq, chain_hash INTO seq, hash FROM audit_events
    WHERE chain_seq IS NOT NULL ORDER BY chain_seq DESC LIMIT 1;
  seq := coalesce(seq, 0);
  hash := coalesce(hash, decode(repeat('00', 32), 'hex'));
  FOR event IN
    INSERT INTO audit_events (post_id, staff_id, action, from_status, to_status, version, created_at)
    SELECT post_id, staff_id, 'post_' || action, from_status, to_status, post_version, created_at
    FROM post_events ORDER BY id
    RETURNING *
  LOOP
    seq := seq + 1;
    hash := sha256(hash || convert_to(format(
      '["%s","%s",null,%s,"%s","%s","%s","","%s",null,null,null,{},"%s","%s",null]',
      seq, event.id, coalesce('"' || event.staff_id || '"', 'null'),
      event.action, event.from_status, event.to_status, event.version,
      to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), event.post_id), 'UTF8'));
    UPDATE audit_events SET chain_seq = seq, chain_hash = hash WHERE id = event.id;
  END LOOP;
END
$$;--> statement-breakpoint
DROP TABLE "post_events";--> statement-breakpoint
DROP TYPE "public"."post_action";--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_member_id_staff_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_action_form" CHECK ("audit_events"."action" ~ '^[a-z_]{1,40}$');--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_settings" CHECK (("audit_events"."subject" = 'settings') = ("audit_events"."action" = 'settings_changed'));--> statement-breakpoint
CREATE INDEX "audit_events_post_idx" ON "audit_events" USING btree ("post_id","id") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject","id") WHERE subject <> 'comment';--> statement-breakpoint
CREATE INDEX "audit_events_waiting_idx" ON "audit_events" USING btree ("created_at") WHERE to_status = 'pending' and from_status is distinct from 'pending';--> statement-breakpoint
-- Only ever added to, as before (0007). The generated column is empty in a row that is about to be written.
CREATE FUNCTION audit_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chained audit_events;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.chain_seq IS NULL AND NEW.chain_seq IS NOT NULL AND NEW.chain_hash IS NOT NULL THEN
    chained := OLD;
    chained.subject := NEW.subject;
    chained.chain_seq := NEW.chain_seq;
    chained.chain_hash := NEW.chain_hash;
    IF chained IS NOT DISTINCT FROM NEW THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'MH002', MESSAGE = 'audit_events is only ever added to.';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_events_append_only();--> statement-breakpoint
CREATE TRIGGER audit_events_never_emptied BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION audit_events_append_only();
