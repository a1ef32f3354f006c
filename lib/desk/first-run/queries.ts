import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { siteKeys } from "@/db/site"
import { may, type Staff } from "@/lib/auth/staff"
import { type FirstRunFacts, firstRunSteps, readFirstRun } from "@/lib/desk/first-run/steps"
import { env } from "@/lib/env"
import { hasPassed, mailServer, readMailTest } from "@/lib/mail/mail-test"

type Row = Omit<FirstRunFacts, "mail" | "seenSite"> & { mailTest: unknown; firstRun: unknown }

/** The first steps of a new publication; null for those who cannot take them, once all are taken, or where hidden. */
export async function listFirstSteps(staff: Staff) {
  if (!may(staff, "settings.manage")) return null
  const [row] = await database().execute<Row>(sql`
    select
      exists (select from settings where key = 'publicationName' and value <> '"Masthead"') as named,
      exists (select from authors a where a.id = ${staff.authorId} and (a.bio <> '' or a.picture <> ''
        or exists (select from media_uses u where u.author_id = a.id))) as profile,
      exists (select from staff where id <> ${staff.id} and disabled_at is null) as colleagues,
      exists (select from pages where purpose = 'about' and status = 'published') as about,
      exists (select from pages where purpose = 'privacy' and status = 'published') as privacy,
      exists (select from posts where status = 'published') as story,
      (select value from settings where key = ${siteKeys.mailTest}) as "mailTest",
      (select value from settings where key = ${siteKeys.firstRun}) as "firstRun"`)
  if (!row) throw new Error("The database gave no row back.")
  const { seenSite, hidden } = readFirstRun(row.firstRun)
  if (hidden) return null
  const mail = hasPassed(readMailTest(row.mailTest), mailServer(env().SMTP_URL))
  const steps = firstRunSteps({ ...row, mail, seenSite })
  return steps.every(({ done }) => done) ? null : steps
}
