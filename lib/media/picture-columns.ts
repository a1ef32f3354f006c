import "server-only"
import { sql } from "drizzle-orm"
import { mediaBase } from "@/lib/media/storage/url"

/** A row `m` of `media` as a `Picture`. */
export const pictureOfRow = sql`jsonb_build_object('folder', ${mediaBase()}::text || m.key, 'width', m.width,
  'height', m.height, 'color', m.color, 'files', m.files, 'focusX', m.focus_x, 'focusY', m.focus_y,
  'alt', m.alt, 'caption', m.caption, 'credit', m.credit)`
