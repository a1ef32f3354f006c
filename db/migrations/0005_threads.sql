-- A comment that appears for the first time gets its place in the thread for good, and the thread's numbers follow
-- every change of a status, whichever way it comes about. The story's row is locked before the conversation's.
CREATE FUNCTION comments_keep_thread() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place integer;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF OLD.status = 'approved' THEN
      UPDATE threads SET shown = shown - 1 WHERE post_id = OLD.post_id AND root_id = 0;
      IF OLD.parent_id IS NOT NULL THEN
        UPDATE threads SET shown = shown - 1 WHERE post_id = OLD.post_id AND root_id = OLD.path[1];
      END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
  END IF;
  IF NEW.status = 'approved' THEN
    -- An answer that appears gives its conversation a place too, should that have none. Comments are locked before threads.
    IF NEW.parent_id IS NOT NULL THEN
      PERFORM FROM comments WHERE id = NEW.path[1] AND position IS NULL FOR NO KEY UPDATE;
      IF FOUND THEN
        INSERT INTO threads AS t (post_id, root_id, last_position) VALUES (NEW.post_id, 0, 1)
          ON CONFLICT (post_id, root_id) DO UPDATE SET last_position = t.last_position + 1
          RETURNING last_position INTO place;
        UPDATE comments SET position = place WHERE id = NEW.path[1];
      END IF;
    END IF;
    INSERT INTO threads AS t (post_id, root_id, shown, last_position)
      VALUES (NEW.post_id, 0, 1, (NEW.parent_id IS NULL AND NEW.position IS NULL)::integer)
      ON CONFLICT (post_id, root_id) DO UPDATE
        SET shown = t.shown + 1, last_position = t.last_position + excluded.last_position
      RETURNING last_position INTO place;
    INSERT INTO threads AS t (post_id, root_id, shown, last_position)
      VALUES (NEW.post_id, NEW.path[1], (NEW.parent_id IS NOT NULL)::integer,
        (NEW.parent_id IS NOT NULL AND NEW.position IS NULL)::integer)
      ON CONFLICT (post_id, root_id) DO UPDATE
        SET shown = t.shown + excluded.shown, last_position = t.last_position + excluded.last_position
      RETURNING CASE WHEN NEW.parent_id IS NULL THEN place ELSE last_position END INTO place;
    NEW.position := coalesce(NEW.position, place);
  END IF;
  RETURN NEW;
END
$$;--> statement-breakpoint
WITH placed AS (
  SELECT id, post_id, parent_id, path FROM comments WHERE status = 'approved'
  UNION SELECT root.id, root.post_id, NULL, root.path FROM comments AS shown
    JOIN comments AS root ON root.id = shown.path[1] WHERE shown.status = 'approved'
), numbered AS (
  SELECT id, row_number() OVER (PARTITION BY post_id, CASE WHEN parent_id IS NULL THEN 0 ELSE path[1] END ORDER BY id) AS place
  FROM placed
)
UPDATE comments SET position = numbered.place FROM numbered WHERE numbered.id = comments.id;--> statement-breakpoint
INSERT INTO threads (post_id, root_id, shown, last_position)
  SELECT post_id, 0, count(*) FILTER (WHERE status = 'approved'), count(*) FILTER (WHERE parent_id IS NULL)
  FROM comments WHERE position IS NOT NULL GROUP BY post_id;--> statement-breakpoint
INSERT INTO threads (post_id, root_id, shown, last_position)
  SELECT post_id, path[1], count(*) FILTER (WHERE parent_id IS NOT NULL AND status = 'approved'), count(parent_id)
  FROM comments WHERE position IS NOT NULL GROUP BY post_id, path[1];--> statement-breakpoint
CREATE TRIGGER comments_keep_thread_of_new BEFORE INSERT ON comments
  FOR EACH ROW WHEN (NEW.status = 'approved') EXECUTE FUNCTION comments_keep_thread();--> statement-breakpoint
CREATE TRIGGER comments_keep_thread_of_changed BEFORE UPDATE OF status ON comments
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND (OLD.status = 'approved' OR NEW.status = 'approved'))
  EXECUTE FUNCTION comments_keep_thread();--> statement-breakpoint
CREATE TRIGGER comments_keep_thread_of_gone BEFORE DELETE ON comments
  FOR EACH ROW WHEN (OLD.status = 'approved') EXECUTE FUNCTION comments_keep_thread();
