import type { Limit } from "@/lib/visitors/rate-limit"

/** Messages asked for from one network: a person who lost one, not a script. */
export const askNetwork: Limit = { name: "commenter-network", max: 10, seconds: 3600 }

/** Messages asked for in all, so that no crowd of network addresses makes this site mail half the world. */
export const askAll: Limit = { name: "commenter-all", max: 300, seconds: 3600 }

/** Messages that strangers can have sent to one mailbox in thirty days, of each kind; and never two on one day. */
export const verificationsPerMonth = 3
export const linksPerMonth = 3

/** Links that the owner of a mailbox can ask for, by a way that strangers do not have: one a day. */
export const ownLinksPerMonth = 30

/** How long an address that was asked and never answered is kept: as long as its messages count. */
export const verificationAnswerDays = 35
