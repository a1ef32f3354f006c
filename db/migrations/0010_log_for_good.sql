ALTER TYPE "public"."moderation_action" ADD VALUE 'settings_changed';--> statement-breakpoint
-- What goes row by row is refused already (0007); this refuses what takes all rows at once.
CREATE TRIGGER moderation_events_never_emptied BEFORE TRUNCATE ON moderation_events
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_events_append_only();
