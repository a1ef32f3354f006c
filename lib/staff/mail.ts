import "server-only"
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { sessions, staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { isSessionId } from "@/lib/auth/sessions"
import { makeStaffLink } from "@/lib/auth/staff-links"
import { noticeKinds, staffNoticeTemplate } from "@/lib/credentials/notice-template"
import { decryptEmail } from "@/lib/email"
import type { MailContent } from "@/lib/mail/content"
import type { Delivery } from "@/lib/mail/deliveries"
import { isStillTaken } from "@/lib/mail/delivery-lease"
import { linksInAll } from "@/lib/staff/limits"
import { type MailedPurpose, staffLinkTemplate } from "@/lib/staff/templates"
import { recentSalts } from "@/lib/visitors/daily-salts"
import { everyone } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

const asked = z.enum(["invite", "reset", "sign_in", "email"])

/**
 * A message with a one-time link, or `null` when nobody may have it any more, or never could. The link is made here and
 * not when it is asked for: so it is kept nowhere but in the message, and what strangers ask for takes the same time for
 * every address.
 */
export async function staffLinkMail(
  delivery: Delivery,
  publicationName: string,
): Promise<MailContent | null> {
  const email = decryptEmail(delivery.recipientSealed)
  const wanted = asked.parse(delivery.content.purpose)
  // What counts a limit within the transaction would ask for them over a second connection.
  await recentSalts(new Date())
  return transaction(async (tx) => {
    const person = await findRecipient(tx, delivery.staffId, email)
    if (!person || !(await isStillTaken(tx, delivery))) return null
    const purpose = purposeFor(wanted, person)
    if (purpose === null) return null
    const byStranger = delivery.staffId === null
    if (byStranger && purpose === "invite" && !(await wasInvitedLately(tx, person.id))) return null
    if (purpose === "email" ? !(await mayTake(tx, email, delivery.content.session)) : person.email !== email)
      return null
    if (byStranger && !(await countAgainst(linksInAll, everyone, tx)).ok) return null
    const newEmail = purpose === "email" ? email : undefined
    const staffId = person.id
    const link = await makeStaffLink(tx, { purpose, staffId, newEmail, keepsOlder: byStranger })
    const by = z.string().catch("").parse(delivery.content.by)
    return staffLinkTemplate({ purpose, link, person, publicationName, by })
  })
}

/** Tells somebody of a change of their account that they should know of, at the address it was changed from. */
export async function staffNoticeMail({ content }: Delivery, publicationName: string): Promise<MailContent> {
  return staffNoticeTemplate({
    what: z.enum(noticeKinds).parse(content.what),
    publicationName,
  })
}

/** Locks the person before the link is made, in the order in which `suspend` locks them. */
async function findRecipient(tx: Transaction, id: number | null, email: string) {
  const [person] = await tx
    .select()
    .from(staff)
    .where(and(id === null ? eq(staff.email, email) : eq(staff.id, id), isNull(staff.disabledAt)))
    .for("update")
  return person
}

/** For so many days after an admin has invited somebody, that person can ask for the invitation again. */
const invitationDays = 7

async function wasInvitedLately(tx: Transaction, id: number): Promise<boolean> {
  const invited = and(
    eq(auditEvents.subject, "staff"),
    eq(auditEvents.memberId, id),
    inArray(auditEvents.action, ["staff_invited", "invitation_sent_again", "password_reset"]),
    gt(auditEvents.createdAt, sql`now() - make_interval(days => ${invitationDays})`),
  )
  return (await tx.$count(auditEvents, invited)) > 0
}

/** Whether an address is free, and the session that asked for it has not been ended since. */
async function mayTake(tx: Transaction, email: string, session = ""): Promise<boolean> {
  if ((await tx.$count(staff, eq(staff.email, email))) > 0 || !isSessionId(session)) return false
  return (await tx.$count(sessions, and(eq(sessions.id, session), isNull(sessions.endedAt)))) > 0
}

/** What helps most: who has not joined yet is invited again, and without a password there is one to be chosen. */
function purposeFor(wanted: MailedPurpose, person: typeof staff.$inferSelect): MailedPurpose | null {
  if (person.joinedAt === null) return wanted === "email" ? null : "invite"
  if (wanted === "invite") return null
  return wanted === "sign_in" && person.passwordHash === null ? "reset" : wanted
}
