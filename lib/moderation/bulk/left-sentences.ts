import { type LeftAlone, type LeftFor, leftFor } from "@/lib/moderation/bulk/policy"

/** A sentence for each cause for which comments were left as they are. */
export function leftSentences(left: LeftAlone): string[] {
  return leftFor.filter((key) => left[key] > 0).map((key) => leftSentence(key, left[key]))
}

function leftSentence(key: LeftFor, count: number): string {
  const alone = `${count} ${count === 1 ? "was" : "were"}`
  return {
    already: `${alone} so already.`,
    edited: `${alone} left alone: ${count === 1 ? "its author" : "their authors"} changed the text meanwhile.`,
    decided: `${alone} left alone: somebody decided otherwise meanwhile.`,
    appealed: `${alone} left alone: ${count === 1 ? "its author has" : "their authors have"} appealed, and a person answers that.`,
    open: `${alone} left alone: a colleague has ${count === 1 ? "it" : "them"} open.`,
    deleted: `${alone} left alone: ${count === 1 ? "its author" : "their authors"} deleted ${count === 1 ? "it" : "them"}.`,
    gone: `${alone} no longer there.`,
  }[key]
}
