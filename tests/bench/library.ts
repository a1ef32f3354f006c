import { randomBytes } from "node:crypto"
import { asc, sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { media } from "../../db/schema/media.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { makeKey } from "../../lib/media/storage/names.ts"
import type { Instance } from "./instance.ts"
import { signIn } from "./moderators.ts"
import { cpuDuring } from "./processes.ts"
import { ms, type Row, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

const pictures = 5000
const warmUp = 60
const measured = 40

/** What a page of a full library costs an editor, and a search that reads all of it. */
export async function measureLibrary({ app, postmaster }: Instance): Promise<Row[]> {
  const last = await fillLibrary()
  const headers = await signIn(app.url, "editor")
  const pages = [
    { what: `a page of a library of ${pictures} pictures, CPU`, path: "/desk/media" },
    { what: "  its last page", path: `/desk/media?before=${last}` },
    { what: "  a search that finds many", path: "/desk/media?q=leeks" },
    { what: "  one that finds nothing", path: "/desk/media?q=a+zebra+crossing" },
    { what: "  one in the editor's picker", path: "/desk/media/pick?q=number+77" },
  ]
  const ask = async (path: string, times: number) => {
    for (let number = 0; number < times; number++) {
      const { status } = await fetchRaw(app.url + path, headers)
      if (status !== 200) throw new Error(`${path} was answered ${status}.`)
    }
  }
  for (const { path } of pages) await ask(path, warmUp)
  const rows: Row[] = []
  for (const { what, path } of pages) {
    const { result, cpu } = await cpuDuring(app.process.pid ?? 0, () =>
      cpuDuring(postmaster, () => ask(path, measured)),
    )
    const note = result.cpu === null ? "" : `${ms(result.cpu / measured)} of it in Postgres`
    rows.push(row(what, cpu === null ? null : cpu / measured, { atMost: 50 }, ms, note))
  }
  return rows
}

/** Every second picture is used. Answers the id before which there is one full page. */
async function fillLibrary(): Promise<number> {
  const db = database()
  const { id: postId } = await createPost(db)
  const ids: number[] = []
  for (let at = 0; at < pictures; at += 500) {
    const rows = Array.from({ length: 500 }, (_, number) => medium(at + number))
    ids.push(...(await db.insert(media).values(rows).returning({ id: media.id })).map(({ id }) => id))
  }
  const used = ids.filter((_, at) => at % 2 === 0)
  await db.insert(mediaUses).values(used.map((mediaId) => ({ mediaId, postId, place: "body" as const })))
  await db.execute(sql`analyze media, media_uses`)
  const [after] = await db.select({ id: media.id }).from(media).orderBy(asc(media.id)).offset(36).limit(1)
  return after?.id ?? 0
}

/** With all the sizes that a camera's photograph gets, and as much said of it as people say. */
function medium(number: number): typeof media.$inferInsert {
  const widths = [160, 320, 480, 640, 960, 1280, 1920, 2560]
  const formats = ["avif", "webp", "jpeg"] as const
  return {
    key: makeKey(),
    originalKey: makeKey(),
    contentHash: randomBytes(32),
    filename: `DSC_${number} allotment.jpg`,
    bytes: 6_000_000,
    width: 4000,
    height: 3000,
    color: "#336699",
    files: formats.flatMap((format) =>
      widths.map((width) => ({
        format,
        width,
        height: (width * 3) / 4,
        bytes: width * 100,
        name: `${width}-0a1b2c3d.${format === "jpeg" ? "jpg" : format}`,
      })),
    ),
    state: "ready",
    alt: `People stand between rows of leeks on a cold morning, number ${number}.`,
    caption: "Volunteers at the allotments behind the station, on the day before they were to be cleared.",
    credit: `Photographer ${number % 40}`,
  }
}
