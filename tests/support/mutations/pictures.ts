import { asc, type SQL, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { createMedium } from "../../../db/factories.ts"
import { media } from "../../../db/schema/media.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { saveDetails } from "../../../lib/media/mutations.ts"
import type { Mutation } from "./mutation.ts"
import { write } from "./stories.ts"

const uses = sql`select from media_uses u where u.media_id = media.id`

/** What editors do with pictures. */
export const pictureMutations: Record<string, Mutation> = {
  "a story has another lead picture": async ({ ana }, n) => {
    const { id } = await createMedium(database())
    await write(ana, n, { leadMediaId: String(id), picture: "", pictureAlt: `What happened on day ${n}` })
  },
  "a story has a picture in its text": async ({ ana }, n) => {
    const { id } = await createMedium(database(), { credit: "Photograph: Ada Obi" })
    const attrs = { mediaId: id, alt: `Day ${n}`, decorative: false, caption: "", size: "normal" }
    const body = JSON.stringify({ type: "doc", content: [{ type: "picture", attrs }] })
    await write(ana, n, { body })
  },
  "a picture has another caption and focal point": ({ ana }, n) =>
    change(ana, n, sql`exists (${uses} and u.place = 'lead')`),
  "a picture that no story uses has another caption": ({ ana }, n) =>
    change(ana, n, sql`not exists (${uses})`),
}

async function change(staff: Staff, n: number, which: SQL) {
  const rows = await database().select().from(media).where(which).orderBy(asc(media.id))
  const picture = rows[n % rows.length]
  if (!picture) return
  const { id, version, alt, decorative, credit, licence, focusX } = picture
  const focus = { focusX: (focusX + 300) % 1000, focusY: 500 }
  await saveDetails(staff, {
    id,
    version,
    alt,
    decorative,
    credit,
    licence,
    caption: `Caption ${n}`,
    ...focus,
  })
}
