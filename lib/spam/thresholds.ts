/**
 * From here on a comment is held, and from there it is as good as certain. Fixed, and not moved by what a site has
 * learnt. Measured on news comments with spam of three kinds, on text messages and on our own material: 3.5 held at most
 * one reader's comment in fifty, untaught and taught, but for one mixture taught by as much spam as comments and hardly
 * more than a hundred of both (one in thirty); 8 held none of the articles' comments. Newsletters, which are no
 * comments, are often held until a few were approved. These figures are older than the signals of `start-signals.ts`.
 */
export const thresholds = { hold: 3.5, spam: 8 } as const
