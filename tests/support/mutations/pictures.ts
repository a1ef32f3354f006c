import { asc, type SQL, sql } from "drizzle-orm"
import { database } from "../../../db/client.ts"
import { createMedium } from "../../../db/factories.ts"
import { media } from "../../../db/schema/media.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { saveDetails } from "../../../lib/media/mutations.ts"
import { setPortrait, setPublicationPicture } from "../../../lib/media/site-pictures.ts"
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
  "an author has another portrait": ({ ana }, n) => setPortraitOf(ana, n, true),
  "an author has no portrait any more": ({ ana }, n) => setPortraitOf(ana, n, false),
  "a portrait has another focal point": ({ ana }, n) =>
    change(ana, n, sql`exists (${uses} and u.place = 'portrait')`),
  "the publication has another logo": async ({ ana }) =>
    setPublicationPicture(ana, "logo", (await createMedium(database())).id),
  "links to the publication show another picture": async ({ ana }) =>
    setPublicationPicture(ana, "social", (await createMedium(database())).id),
  "links to the publication show no picture": ({ ana }) => setPublicationPicture(ana, "social", null),
  "a picture that no story uses has another caption": ({ ana }, n) =>
    change(ana, n, sql`not exists (${uses})`),
}

/** Of a byline that has stories. */
async function setPortraitOf(staff: Staff, n: number, some: boolean) {
  const rows = await database().execute<{ id: string }>(sql`
    select a.id from authors a where a.slug <> 'canary' and exists (
      select from posts p where p.author_id = a.id and p.status = 'published')
    order by exists (select from media_uses u where u.author_id = a.id) = ${some}, a.id`)
  const author = rows[some ? n % rows.length : 0]
  const { id } = await createMedium(database())
  return author && setPortrait(staff, Number(author.id), some ? id : null)
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
