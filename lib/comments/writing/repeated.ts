import type { CommentContext, EarlierComment } from "@/lib/comments/context"

type Asker = {
  /** Whether the browser has proved the address. */
  proved: boolean
  /** What the asker's network hashes to today and did on the days before. */
  networkHashes: Buffer[]
}

/**
 * What a comment repeats, as far as its sender may know: words that readers could see are repeated only by whoever said
 * them, from the same network or a browser that proved the address. Anybody can copy them from the page, and would
 * learn from the answer whether the address they guessed is their author's. Words that never were public are known to
 * their author alone.
 * @returns `repeats` the comment it is, `sameWords` what the checks are told, and whether it is kept `apart` from equal
 *   words under the same address
 */
export function findRepeated(place: CommentContext | null, { proved, networkHashes }: Asker) {
  const known = new Set(networkHashes.map((hash) => hash.toString("hex")))
  const isOwn = ({ network }: Pick<EarlierComment, "network">) =>
    proved || (network !== null && known.has(network))
  const here = place?.saidHere ?? null
  const elsewhere = place?.saidElsewhere ?? null
  const repeats = here && (isOwn(here) || !here.shown) ? here : null
  const other = elsewhere ?? (repeats ? null : here)
  const id = other?.id ?? null
  return {
    repeats,
    apart: here !== null && repeats === null,
    sameWords:
      other && isOwn(other)
        ? { sameWordsElsewhere: id, sameWordsByAddress: null }
        : { sameWordsElsewhere: null, sameWordsByAddress: id },
  }
}
