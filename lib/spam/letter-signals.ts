import { isDisguised } from "@/lib/spam/disguise"
import type { SignalTest } from "@/lib/spam/look"
import { fold, wordsOf } from "@/lib/text/fold"

/** How a comment is written: its length, its letters, its signs. */
export const letterSignals = {
  caps: {
    label: "written in capitals",
    test: ({ text }) => text.length > 20 && shareOf(/\p{Lu}/gu, text) > 0.6,
  },
  exclaims: {
    label: "many exclamation marks",
    test: ({ text }) => /!!|！！/.test(text) || (text.match(/!/g)?.length ?? 0) > 3,
  },
  emoji: {
    label: "many emoji",
    test: ({ text }) => (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 2,
  },
  "only-signs": {
    label: "nothing but emoji or signs",
    test: ({ text, links, bare }) => links + bare === 0 && !/[\p{L}\p{N}]/u.test(text),
  },
  "few-letters": {
    label: "more digits and signs than letters",
    test: ({ words }) => {
      const signs = words.match(/[^\s\p{Extended_Pictographic}]/gu)?.length ?? 0
      return signs > 12 && (words.match(/\p{L}/gu)?.length ?? 0) < signs / 2
    },
  },
  disguise: { label: "a word with letters in disguise", test: ({ text }) => disguised(text) === 1 },
  disguises: { label: "several words with letters in disguise", test: ({ text }) => disguised(text) > 1 },
  spaced: {
    label: "a word with its letters spaced out",
    test: ({ text }) => /(?:^|\s)(?:\p{L}\s){4}/u.test(text),
  },
  repeats: { label: "the same words again and again", test: ({ text }) => repeats(text) },
  "one-word": { label: "a single word", test: ({ words }) => wordsOf(words).length === 1 },
  "no-english": {
    label: "no common English word",
    test: ({ words }) => wordsOf(words).length > 2 && !english.test(words),
  },
  "length-tiny": { label: "a few words", test: ({ text }) => text.length < 25 },
  "length-short": {
    label: "one or two sentences",
    test: ({ text }) => text.length >= 25 && text.length < 160,
  },
  "length-long": {
    label: "several paragraphs",
    test: ({ text }) => text.length >= 700 && text.length < 3000,
  },
  "length-huge": { label: "as long as an article", test: ({ text }) => text.length >= 3000 },
  "script-cyrillic": {
    label: "in Cyrillic letters",
    test: ({ text }) => shareOf(/\p{Script=Cyrillic}/gu, text) > 0.5,
  },
  "script-cjk": {
    label: "in Chinese, Japanese or Korean",
    test: ({ text }) =>
      shareOf(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, text) > 0.5,
  },
  "script-arabic": {
    label: "in Arabic letters",
    test: ({ text }) => shareOf(/\p{Script=Arabic}/gu, text) > 0.5,
  },
  "script-other": {
    label: "in another script than Latin",
    test: ({ text }) =>
      shareOf(
        /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}])\p{L}/gu,
        text,
      ) > 0.5,
  },
} as const satisfies Record<string, SignalTest>

const english =
  /\b(?:the|and|to|of|is|it|you|that|was|for|on|are|with|they|be|at|this|have|from|or|had|by|but|not|what|all|were|we|when|your|can|there|an|which|their|if|will|so|would|like|has|more|my|no|just|get|out|who|i'm|please|love|about|how)\b/

/** The share of letters that are of a kind. */
export function shareOf(kind: RegExp, text: string): number {
  const found = text.match(kind)?.length ?? 0
  return found === 0 ? 0 : found / (text.match(/\p{L}/gu)?.length ?? Number.POSITIVE_INFINITY)
}

function disguised(text: string): number {
  // The first thousand letters tell; every word costs two looks.
  const head = text.slice(0, 2000)
  if (!/\p{N}|(?!\p{Script=Latin})\p{L}/u.test(head)) return 0
  return wordsOf(fold(head)).filter(isDisguised).length
}

function repeats(text: string): boolean {
  const words = wordsOf(fold(text.slice(0, 5000)))
  return words.length > 19 && new Set(words).size / words.length < 0.35
}
