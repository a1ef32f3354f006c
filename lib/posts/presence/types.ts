/** Somebody who has a story open: a colleague, or the same person in another tab or on another device. */
export type Presence = {
  name: string
  own: boolean
  /** Seconds since the page last said that it is open. */
  seen: number
  /** Seconds since they last typed; null where they have not typed. */
  typed: number | null
}
