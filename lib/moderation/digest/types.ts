export type DigestComment = { id: number; name: string; title: string; words: string; reported: boolean }

/** What is new for somebody who decides about comments. */
export type DigestNews = {
  /** Comments that began to wait since, and shown ones that several readers have reported since. */
  fresh: number
  reported: number
  /** The first of both, those that wait first. */
  sayings: DigestComment[]
  /** All that wait, up to `digestLimit`, and since when the oldest does. */
  waiting: number
  oldest: Date | null
  /** The newest comment of those that wait. */
  upTo: number
}

/** Counting stops here. */
export const digestLimit = 1000

/** From so many people's reports on a shown comment is told of. */
export const reportsToTell = 3
