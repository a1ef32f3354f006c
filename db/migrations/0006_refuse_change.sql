-- Ends a statement and takes back all it did, where it finds by its own work that it may not be: `why` is the error's
-- message. Nothing happens when `why` is null.
CREATE FUNCTION refuse_change(why text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF why IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'MH001', MESSAGE = why;
  END IF;
  RETURN true;
END
$$;
