export type BanRefusal =
  | "not-allowed"
  /** The occasion is not there any more. */
  | "gone"
  | "no-network"
  | "already"

export type Banned =
  | { ok: true; banId: number; batchId: number; marked: number }
  | { ok: false; reason: BanRefusal }
