/**
 * From here on a comment is held, and from there it is as good as certain. Fixed, and not moved by what a site has
 * learnt. 4 held none of our own readers' comments, none of those of `kinds.jsonl` untaught, and one in a hundred of those
 * that were written apart. 8 held none of the articles' comments. Newsletters, which are no
 * comments, are often held until a few were approved.
 */
export const thresholds = { hold: 4, spam: 8 } as const
