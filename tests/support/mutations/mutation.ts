import type { Staff } from "../../../lib/auth/staff.ts"

/** Two who may do everything: who decided about a comment cannot answer its author's appeal. */
export type Newsroom = { ana: Staff; ben: Staff }

/** Changes something of a publication as its staff and its readers do; `n` says which of those there are. */
export type Mutation = (newsroom: Newsroom, n: number) => Promise<unknown>
