-- The hash of an address, for writing a comment under it: waits while the address is being erased, and makes an erasure
-- wait for the comment, so that each is wholly before or after the other. Where the comment counts as proved, the
-- statement ends when the address is not there any more. Locks nothing else, and comes before every other lock: the
-- commenter's row may be locked by nobody who still wants a comment's.
CREATE FUNCTION address_to_speak_under(address_hash bytea, proved boolean) RETURNS bytea LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('speak ' || encode(address_hash, 'hex'), 0));
  IF proved AND NOT EXISTS (SELECT FROM commenters WHERE email_hash = address_hash AND proved_at IS NOT NULL) THEN
    PERFORM refuse_change('not-proved');
  END IF;
  RETURN address_hash;
END
$$;--> statement-breakpoint
-- Waits for every comment that is being written under an address, and keeps others out until the transaction ends.
CREATE FUNCTION silence_address(address_hash bytea) RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('speak ' || encode(address_hash, 'hex'), 0));
$$;--> statement-breakpoint
-- Whether a story, the settings and the comment that is answered are as they were read before, by what is committed at
-- the moment of the call and not when the statement began. Locks nothing, or a flood would keep an editor from closing
-- the story.
CREATE FUNCTION place_is_still(
  post bigint, was post_status, mode comment_mode, published timestamptz, set_at timestamptz,
  answers bigint, answers_was comment_status
) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (
      SELECT FROM posts WHERE id = post AND status = was
        AND posts.comment_mode IS NOT DISTINCT FROM mode AND published_at IS NOT DISTINCT FROM published)
    AND (SELECT max(updated_at) FROM settings) IS NOT DISTINCT FROM set_at
    AND (answers IS NULL OR EXISTS (SELECT FROM comments WHERE id = answers AND status = answers_was));
END
$$;
