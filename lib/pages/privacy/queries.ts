import "server-only"
import { undoMinutes } from "@/lib/audit/types"
import { deviceDays } from "@/lib/auth/device"
import { pendingMinutes } from "@/lib/auth/second-step-cookie"
import { endedSessionDays, sessionDays } from "@/lib/auth/session-cookie"
import { browserDays } from "@/lib/commenters/browser-cookie"
import { verificationAnswerDays } from "@/lib/commenters/limits"
import { ownLinkHours, verificationDays } from "@/lib/commenters/links"
import { editMinutes } from "@/lib/comments/policy"
import { passkeyCookieHours } from "@/lib/credentials/ask-passkey"
import { env } from "@/lib/env"
import { deliveryDays } from "@/lib/mail/limits"
import { canReachPeople } from "@/lib/mail/policy"
import { daysToConfirm } from "@/lib/newsletter/limits"
import type { SiteFacts } from "@/lib/pages/privacy/facts"
import { getSettings } from "@/lib/settings/queries"
import { keptDays } from "@/lib/visitors/daily-salts"

/** What the site does now: read from the very constants, settings and variables that make it do so. */
export async function factsOfSite(): Promise<SiteFacts> {
  const { commentFilterHolds, moderationReport } = await getSettings()
  const { S3_PUBLIC_URL, CDN_PURGE_URL, TRUSTED_PROXIES } = env()
  return {
    networkHash: many(keptDays, "day"),
    editing: many(editMinutes, "minute"),
    blackout: many(undoMinutes, "minute"),
    commenterCookie: many(browserDays, "day"),
    proofLink: many(verificationDays, "day"),
    unproved: many(verificationAnswerDays, "day"),
    ownLink: many(ownLinkHours, "hour"),
    unconfirmed: many(daysToConfirm, "day"),
    deliveries: many(deliveryDays, "day"),
    session: many(sessionDays.absolute, "day"),
    endedSession: many(endedSessionDays, "day"),
    deviceCookie: many(deviceDays, "day"),
    secondStep: many(pendingMinutes, "minute"),
    passkeyCookie: many(passkeyCookieHours, "hour"),
    mail: yesNo(canReachPeople()),
    pictures: S3_PUBLIC_URL === undefined ? thisSite : new URL(S3_PUBLIC_URL).host,
    proxies: yesNo(TRUSTED_PROXIES > 0 || CDN_PURGE_URL !== undefined),
    filter: yesNo(commentFilterHolds),
    report: yesNo(moderationReport),
  }
}

/** The same with the moment, to be kept with a privacy page that was just compared with it. */
export async function factsChecked(): Promise<SiteFacts & { checkedAt: string }> {
  return { ...(await factsOfSite()), checkedAt: new Date().toISOString() }
}

const thisSite = "this site"

const yesNo = (value: boolean) => (value ? "yes" : "no")

function many(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`
}
