/**
 * From here on a comment is held, and from there it is as good as certain. Fixed, and not moved by what a site has
 * learnt. 4 held none of our own readers' comments, none of those of `kinds.jsonl` untaught, and one in a hundred of those
 * that were written apart. 8 held none of the articles' comments. Newsletters, which are no
 * comments, are often held until a few were approved. (Measured before the start was counted from our own comments.)
 */
export const thresholds = { hold: 4, spam: 8 } as const

/** What the start scores a comment is learnt as a feature; beyond these scores all count as one. */
export const startBounds = { least: -2, most: 8 } as const
