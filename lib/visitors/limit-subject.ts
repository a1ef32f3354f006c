import { widerPrefix } from "@/lib/visitors/ip-prefix"
import { mailboxOf } from "@/lib/visitors/mailbox"

declare const made: unique symbol

/** Whom a limit counts. Made only here, so that nobody counts as many by what they write or which address they come from. */
export type Subject = string & { readonly [made]: true }

export const everyone = "everyone" as Subject

/** A network as the edge names it; one site counts as one. */
export function ofIpPrefix(network: string): Subject {
  return `network ${widerPrefix(network)}` as Subject
}

/** The mailbox of an address, however it is written. */
export function ofMailbox(email: string): Subject {
  return `mailbox ${mailboxOf(email)}` as Subject
}

/** One row of a table; the limit's name says of which. */
export function ofRow(id: number): Subject {
  return `row ${id}` as Subject
}

/** A browser that is remembered by a random text. */
export function ofDevice(id: string): Subject {
  return `device ${id}` as Subject
}
