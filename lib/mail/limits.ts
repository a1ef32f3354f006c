import type { Limit } from "@/lib/visitors/rate-limit"

/** Test messages of one admin. */
export const testsOfOne: Limit = { name: "mail-test", max: 10, seconds: 3600 }
/** The row of a message that was sent, or failed for good, is kept so long: longer than messages of a mailbox are counted. */
export const deliveryDays = 35
