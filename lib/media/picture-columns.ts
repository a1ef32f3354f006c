import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { mediaBase } from "@/lib/media/storage/url"
import type { Picture } from "@/lib/media/types"

/** A row `m` of the library as pages show it. */
export const pictureOfRow = sql`jsonb_build_object('folder', ${mediaBase()}::text || m.key, 'width', m.width,
  'height', m.height, 'color', m.color, 'files', m.files, 'focusX', m.focus_x, 'focusY', m.focus_y,
  'alt', m.alt, 'caption', m.caption, 'credit', m.credit)`

/** The pictures of these uses by their ids, as a sub-select; `which` is about a row `u` of `media_uses`. */
export function picturesOf(which: SQL): SQL<Record<string, Picture>> {
  return sql`coalesce((
    select jsonb_object_agg(m.id, ${pictureOfRow}) from media_uses u join media m on m.id = u.media_id
    where ${which}), '{}')`
}
