/** How many comments there were of either kind, and how many of them were held or taken for spam. */
export type ScreenFigures = { spam: number; ham: number; spamCaught: number; hamCaught: number }

export function noFigures(): ScreenFigures {
  return { spam: 0, ham: 0, spamCaught: 0, hamCaught: 0 }
}

/** Notes how one comment came out. */
export function note(figures: ScreenFigures, { spam, caught }: { spam: boolean; caught: boolean }): void {
  figures[spam ? "spam" : "ham"]++
  if (caught) figures[spam ? "spamCaught" : "hamCaught"]++
}

/** Shares from 0 to 1; `null` where there is nothing to take a share of. */
export function sharesOf({ spam, ham, spamCaught, hamCaught }: ScreenFigures) {
  return {
    precision: share(spamCaught, spamCaught + hamCaught),
    recall: share(spamCaught, spam),
    falsePositives: share(hamCaught, ham),
  }
}

/** The figures in one line. */
export function inWords(figures: ScreenFigures): string {
  const { precision, recall, falsePositives } = sharesOf(figures)
  return [
    `${figures.spam} spam, ${figures.ham} other`,
    `precision ${show(precision)}`,
    `recall ${show(recall)}`,
    `held by mistake ${falsePositives === null ? "–" : `${(falsePositives * 100).toFixed(1)} %`}`,
  ].join("; ")
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function show(share: number | null): string {
  return share === null ? "–" : share.toFixed(3)
}
