ALTER TABLE "media_uses" DROP CONSTRAINT "media_uses_one_subject";--> statement-breakpoint
CREATE UNIQUE INDEX "media_uses_publication_key" ON "media_uses" USING btree ("place") WHERE post_id is null and author_id is null;--> statement-breakpoint
ALTER TABLE "media_uses" ADD CONSTRAINT "media_uses_subject" CHECK (case when "media_uses"."place" in ('logo', 'social') then num_nonnulls("media_uses"."post_id", "media_uses"."author_id") = 0
        when "media_uses"."place" = 'portrait' then "media_uses"."post_id" is null and "media_uses"."author_id" is not null
        else "media_uses"."post_id" is not null and "media_uses"."author_id" is null end);