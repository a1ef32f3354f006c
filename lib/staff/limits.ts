import type { Limit } from "@/lib/visitors/rate-limit"

/** Mails that one admin sends to people who are invited. */
export const invitationsOfOne: Limit = { name: "staff-invitations", max: 60, seconds: 3600 }

/** New addresses that one member of staff has a link mailed to. */
export const addressesOfOne: Limit = { name: "staff-new-address", max: 5, seconds: 3600 }

/** Links that are asked for without signing in: fits an office behind one address. */
export const linksPerNetwork: Limit = { name: "staff-link-network", max: 20, seconds: 3600 }

/** Links that strangers can have sent to one mailbox. */
export const linksPerMailbox: Limit = { name: "staff-link-mailbox", max: 5, seconds: 3600 }

/** Links that strangers have mailed to people on the staff in all; an address of nobody counts for nothing. */
export const linksInAll: Limit = { name: "staff-link-all", max: 300, seconds: 3600 }
