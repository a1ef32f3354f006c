import "server-only"
import { desc, inArray } from "drizzle-orm"
import { database } from "@/db/client"
import { mailDeliveries } from "@/db/schema/newsletter"
import { readSiteRow, siteKeys } from "@/db/site"
import type { Staff } from "@/lib/auth/staff"
import { type MailTest, readMailTest } from "@/lib/mail/mail-test"

/** Messages a person has to know of, newest first: failed, or in doubt since the app died over them. */
export async function listTroubledDeliveries(_: Staff, { limit = 50 } = {}) {
  return database()
    .select({
      id: mailDeliveries.id,
      kind: mailDeliveries.kind,
      state: mailDeliveries.state,
      lastError: mailDeliveries.lastError,
      createdAt: mailDeliveries.createdAt,
    })
    .from(mailDeliveries)
    .where(inArray(mailDeliveries.state, ["failed", "in_doubt"]))
    .orderBy(desc(mailDeliveries.id))
    .limit(limit)
}

/** How the last test of the mail ended, or null before the first. */
export async function getMailTest(_: Staff): Promise<MailTest | null> {
  return readMailTest(await readSiteRow(database(), siteKeys.mailTest))
}
