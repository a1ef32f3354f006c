ALTER TYPE "public"."moderation_action" ADD VALUE 'settings_changed';--> statement-breakpoint
ALTER TABLE "moderation_events" DROP CONSTRAINT "moderation_events_comment_id_comments_id_fk";
--> statement-breakpoint
ALTER TABLE "moderation_events" ADD CONSTRAINT "moderation_events_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What goes row by row is refused already (0007); this is the one way around it.
CREATE TRIGGER moderation_events_never_emptied BEFORE TRUNCATE ON moderation_events
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_events_append_only();
