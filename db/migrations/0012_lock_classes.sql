-- The lock of an address has a class of its own (`db/locks.ts`), so that its number is never by chance that of another.
CREATE OR REPLACE FUNCTION address_to_speak_under(address_hash bytea, proved boolean) RETURNS bytea LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7364212, hashtext(encode(address_hash, 'hex')));
  IF proved AND NOT EXISTS (SELECT FROM commenters WHERE email_hash = address_hash AND proved_at IS NOT NULL) THEN
    PERFORM refuse_change('not-proved');
  END IF;
  RETURN address_hash;
END
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION silence_address(address_hash bytea) RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(7364212, hashtext(encode(address_hash, 'hex')));
$$;
