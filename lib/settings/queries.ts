import "server-only"
import { eq, sql } from "drizzle-orm"
import { cache } from "react"
import { database, type Queryable } from "@/db/client"
import { texts } from "@/db/lists"
import { prepared } from "@/db/prepared"
import type { media } from "@/db/schema/media"
import { settings } from "@/db/schema/settings"
import { staff as staffTable } from "@/db/schema/staff"
import { siteKeys } from "@/db/site"
import type { Staff } from "@/lib/auth/staff"
import type { CommentMail } from "@/lib/settings/comment-mail"
import { readSettings, type SettingKey, type Settings } from "@/lib/settings/shape"

/** The row that says who saved last; no setting has this name. */
export const changedBy = "changed-by"

/** What staff have set, with defaults for the rest; read once a request. */
export const getSettings = cache(async (): Promise<Settings> => settingsIn(await getStoredSettings()))

/** Reads one setting on the given connection, so that a transaction needs no second one. */
export async function readSetting<K extends SettingKey>(db: Queryable, key: K): Promise<Settings[K]> {
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(eq(settings.key, key))
  return readSettings(rows)[key]
}

/** All that is set, for `settingsIn` and `feedAuthorityIn`. */
export async function getStoredSettings(): Promise<string> {
  return (await readAll()).stored
}

/** The publication's own pictures, of which `lib/media/queries` knows the addresses. */
export async function getSiteMedia(): Promise<SiteMedia> {
  return (await readAll()).pictures
}

/** The page with the house rules, where readers have one; it comes along with the settings, which every page reads. */
export async function getHouseRules(): Promise<HouseRules | null> {
  return (await readAll()).houseRules
}

/** `path`: without the leading slash. */
export type HouseRules = { path: string }

type SiteMedia = Partial<
  Record<"logo" | "social", Pick<typeof media.$inferSelect, "key" | "files" | PictureColumn>>
>

type PictureColumn = "width" | "height" | "color" | "focusX" | "focusY" | "alt" | "caption" | "credit"

const readAll = cache(async () => {
  const [row] = await prepared<{ stored: string; pictures: SiteMedia; houseRules: HouseRules | null }>(sql`
    select ${storedSettings} as stored, (
      select jsonb_build_object('path', concat_ws('/', above.slug, g.slug))
      from pages g left join pages above on above.id = g.parent_id
      where g.purpose = 'house_rules' and g.status = 'published') as "houseRules", coalesce((
      select jsonb_object_agg(u.place, jsonb_build_object('key', m.key, 'width', m.width, 'height', m.height,
        'color', m.color, 'files', m.files, 'focusX', m.focus_x, 'focusY', m.focus_y, 'alt', m.alt,
        'caption', m.caption, 'credit', m.credit))
      from media_uses u join media m on m.id = u.media_id where u.place in ('logo', 'social')), '{}') as pictures`)
  if (!row) throw new Error("The database gave no settings back.")
  return row
})

/** All that is set, as a column of a query that reads something else besides; for `settingsIn`. */
export const storedSettings = sql<string>`(select coalesce(jsonb_object_agg(key, value), '{}')::text from settings)`

export function settingsIn(stored: string): Settings {
  if (stored !== known?.stored) {
    const rows = Object.entries(JSON.parse(stored)).map(([key, value]) => ({ key, value }))
    known = { stored, settings: readSettings(rows) }
  }
  return { ...known.settings }
}

/** What was read last: they change once a month, and to judge each by its shape costs more than to read them. */
let known: { stored: string; settings: Settings } | undefined

/** The name under which feeds know what the site has published, if it was ever started. */
export function feedAuthorityIn(stored: string): string | undefined {
  const authority: unknown = JSON.parse(stored)[siteKeys.feedAuthority]
  return typeof authority === "string" ? authority : undefined
}

/** Names the present state of the settings: another after each change of them, empty while nobody has made one. */
export async function getSettingsVersion(db: Queryable = database()): Promise<string> {
  const [row] = await db
    .select({
      version: sql<string>`coalesce(to_char(max(${settings.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`,
    })
    .from(settings)
    .where(sql`${settings.key} not in ${texts(Object.values(siteKeys))}`)
  return row?.version ?? ""
}

/** Who saved the settings last and when, or `null` while nobody has. */
export async function getLastChange(_: Staff): Promise<{ by: string; at: Date } | null> {
  const [row] = await database()
    .select({ by: staffTable.name, at: settings.updatedAt })
    .from(settings)
    .innerJoin(staffTable, eq(sql`to_jsonb(${staffTable.id})`, settings.value))
    .where(eq(settings.key, changedBy))
  return row ?? null
}

/** How often the person wants to be mailed about waiting comments. */
export async function getCommentMail(staff: Staff): Promise<CommentMail> {
  const [row] = await database()
    .select({ commentMail: staffTable.commentMail })
    .from(staffTable)
    .where(eq(staffTable.id, staff.id))
  return row?.commentMail ?? "off"
}
