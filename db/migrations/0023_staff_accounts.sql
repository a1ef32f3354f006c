ALTER TYPE "public"."delivery_kind" ADD VALUE 'staff_notice';--> statement-breakpoint
ALTER TYPE "public"."staff_link_purpose" ADD VALUE 'sign_in';--> statement-breakpoint
ALTER TYPE "public"."staff_link_purpose" ADD VALUE 'email';--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "joined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_links" ADD COLUMN "new_email" text;--> statement-breakpoint
UPDATE "sessions" SET "confirmed_at" = "created_at";--> statement-breakpoint
-- An operator's reset takes a password away from somebody who has joined, and the log remembers that they had chosen one.
UPDATE "staff" SET "joined_at" = "created_at"
  WHERE "password_hash" IS NOT NULL
    OR EXISTS (SELECT FROM "sessions" WHERE "staff_id" = "staff"."id")
    OR EXISTS (SELECT FROM "audit_events" WHERE "member_id" = "staff"."id" AND "action" IN ('password_set', 'first_admin_made'));
