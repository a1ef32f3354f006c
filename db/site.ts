import { eq, sql } from "drizzle-orm"
import type { Queryable } from "./client.ts"
import { settings } from "./schema/settings.ts"

/** Rows beside what staff can set: what the app knows of itself. */
export const siteKeys = {
  address: "site-address",
  /** Which of menu and footer somebody has chosen; one that has lost its last link is still theirs. */
  chosenLinks: "chosen-links",
  feedAuthority: "feed-authority",
  firstRun: "first-run",
  mailTest: "mail-test",
} as const

/**
 * Writes down at which address the app is, for commands that are run beside it, and once for all the name under which
 * feeds know its stories: no reader may show all of them anew because the site has moved.
 */
export async function rememberSite(db: Queryable, siteUrl: string): Promise<void> {
  const { hostname } = new URL(siteUrl)
  // The name of a machine before it has one of its own is no name for good.
  if (!/^(localhost|127\.|\[::1\])/.test(hostname))
    await db.insert(settings).values({ key: siteKeys.feedAuthority, value: hostname }).onConflictDoNothing()
  await db
    .insert(settings)
    .values({ key: siteKeys.address, value: siteUrl })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } })
}

/** What is kept in a row of its own beside the settings, or undefined; its reader knows the shape. */
export async function readSiteRow(db: Queryable, key: SiteKey): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return row?.value
}

/** Keeps fields in such a row, beside those it has. */
export async function writeSiteRow(
  db: Queryable,
  key: SiteKey,
  value: Record<string, unknown>,
): Promise<void> {
  await db
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`${settings.value} || excluded.value` } })
}

type SiteKey = (typeof siteKeys)[keyof typeof siteKeys]

/** The address that the app had when it was started last, or null before that. */
export async function siteAddress(db: Queryable): Promise<string | null> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, siteKeys.address))
  return typeof row?.value === "string" ? row.value : null
}
