import type { Limit } from "@/lib/visitors/rate-limit"

/** Sign-ups from one network address: a family or a school evening, not a script. */
export const perNetwork: Limit = { name: "newsletter-network", max: 20, seconds: 3600 }

/** Sign-ups in all, so that no crowd of network addresses makes this site mail half the world. */
export const inAll: Limit = { name: "newsletter-all", max: 500, seconds: 3600 }

/** Confirmations to one mailbox in thirty days; and never two on one day. */
export const confirmationsPerMonth = 3

/** How long a sign-up waits to be confirmed before its address is forgotten. */
export const daysToConfirm = 30
