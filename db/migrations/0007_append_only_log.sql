DROP INDEX "moderation_events_batch_idx";--> statement-breakpoint
CREATE INDEX "comment_reports_time_idx" ON "comment_reports" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "moderation_events_time_idx" ON "moderation_events" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "moderation_events_batch_idx" ON "moderation_events" USING btree ("batch_id","id");--> statement-breakpoint
-- The log is only ever added to: setting a row's place in the chain, once, is the one change that is let through. A row
-- goes with nothing, not with its comment either: a chain with holes proves nothing, and a comment that is erased
-- keeps its row and loses its words. Against somebody who owns the database this is no lock; the chain is for them.
CREATE FUNCTION moderation_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chained moderation_events;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.chain_seq IS NULL AND NEW.chain_seq IS NOT NULL AND NEW.chain_hash IS NOT NULL THEN
    chained := OLD;
    chained.chain_seq := NEW.chain_seq;
    chained.chain_hash := NEW.chain_hash;
    IF chained IS NOT DISTINCT FROM NEW THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'MH002', MESSAGE = 'moderation_events is only ever added to.';
END
$$;--> statement-breakpoint
CREATE TRIGGER moderation_events_append_only BEFORE UPDATE OR DELETE ON moderation_events
  FOR EACH ROW EXECUTE FUNCTION moderation_events_append_only();
