import type { Reading } from "@/lib/spam/reading"
import { isDisguised } from "@/lib/spam/spelling"
import { fold, wordsOf } from "@/lib/text/fold"

/** What can be noticed about a comment beside its words, in words for a moderator. */
export const signals = {
  "link-1": "a link",
  "link-2": "two links",
  "link-3": "three links or more",
  "bare-address": "an address without https://",
  "only-link": "hardly anything but a link",
  markup: "link code of other sites",
  "short-link": "a shortened or messenger link",
  website: "gives a website",
  "name-is-website": "named like its website",
  "name-phrase": "a name of several small words",
  "name-address": "a name that is an address",
  mail: "a mail address in the text",
  phone: "a telephone number in the text",
  money: "a sum of money",
  percent: "a percentage",
  handle: "an @name",
  caps: "written in capitals",
  exclaims: "many exclamation marks",
  emoji: "many emoji",
  disguise: "a word with letters in disguise",
  disguises: "several words with letters in disguise",
  spaced: "a word with its letters spaced out",
  repeats: "the same words again and again",
  "length-tiny": "a few words",
  "length-short": "one or two sentences",
  "length-long": "several paragraphs",
  "length-huge": "as long as an article",
  "script-cyrillic": "in Cyrillic letters",
  "script-cjk": "in Chinese, Japanese or Korean",
  "script-arabic": "in Arabic letters",
  "script-other": "in another script than Latin",
} as const

export type Signal = keyof typeof signals

/** The signals of a comment. Each looks at the text once. */
export function signalsOf(reading: Reading): Signal[] {
  const text = reading.lines.join("\n")
  return (Object.keys(tests) as Signal[]).filter((name) => tests[name]?.(reading, text))
}

const tests: Partial<Record<Signal, (reading: Reading, text: string) => boolean>> = {
  "link-1": ({ links }) => links === 1,
  "link-2": ({ links }) => links === 2,
  "link-3": ({ links }) => links > 2,
  "bare-address": ({ bare }) => bare > 0,
  "only-link": ({ links, bare }, text) => links + bare > 0 && text.replace(/\s+/g, "").length < 25,
  markup: ({ body }) => /<a\s+href|\[url\b|\[link\b/i.test(body),
  "short-link": ({ body }) =>
    /\b(?:bit\.ly|t\.me|wa\.me|tinyurl\.|goo\.gl|is\.gd|ow\.ly|cutt\.ly)/i.test(body),
  website: ({ website }) => website !== "",
  "name-is-website": (reading) => reading.website !== "" && isNamedAfter(reading),
  "name-phrase": ({ name }) => /^\p{Ll}\S*(?: \p{Ll}\S*)+$/u.test(name) || name.split(" ").length > 4,
  "name-address": ({ name }) => /https?:|www\.|\.(?:com|net|org|info|ru|shop|xyz)\b/i.test(name),
  mail: ({ mails }) => mails > 0,
  phone: ({ phones }) => phones > 0,
  money: (_, text) => /[$€£¥₹₽]\s?\d|\d[.,]*\s?(?:[$€£¥₹₽]|usd\b|eur\b|btc\b|usdt\b|dollars\b)/i.test(text),
  percent: (_, text) => /\d\s?%/.test(text),
  handle: (_, text) => /(?:^|\s)@[a-z0-9_]{3,}/i.test(text),
  caps: (_, text) => shareOf(/\p{Lu}/gu, text) > 0.6 && text.length > 20,
  exclaims: (_, text) => /!!|！！/.test(text) || (text.match(/!/g)?.length ?? 0) > 3,
  emoji: (_, text) => (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 2,
  disguise: (_, text) => disguised(text) === 1,
  disguises: (_, text) => disguised(text) > 1,
  spaced: (_, text) => /(?:^|\s)(?:\p{L}\s){4}/u.test(text),
  repeats: (_, text) => repeats(text),
  "length-tiny": (_, text) => text.length < 25,
  "length-short": (_, text) => text.length >= 25 && text.length < 160,
  "length-long": (_, text) => text.length >= 700 && text.length < 3000,
  "length-huge": (_, text) => text.length >= 3000,
  "script-cyrillic": (_, text) => shareOf(/\p{Script=Cyrillic}/gu, text) > 0.5,
  "script-cjk": (_, text) =>
    shareOf(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, text) > 0.5,
  "script-arabic": (_, text) => shareOf(/\p{Script=Arabic}/gu, text) > 0.5,
  "script-other": (_, text) =>
    shareOf(
      /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}])\p{L}/gu,
      text,
    ) > 0.5,
}

/** The share of letters that are of a kind. */
function shareOf(kind: RegExp, text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(kind)?.length ?? 0) / letters
}

function disguised(text: string): number {
  // The first thousand letters tell; every word costs two looks.
  return wordsOf(fold(text.slice(0, 2000))).filter(isDisguised).length
}

function repeats(text: string): boolean {
  const words = wordsOf(fold(text.slice(0, 5000)))
  return words.length > 19 && new Set(words).size / words.length < 0.35
}

/** "Best SEO Tools" of best-seo-tools.example. */
function isNamedAfter({ name, website }: Reading): boolean {
  const host = fold(website).replace(/[^\p{L}\p{N}]+/gu, "")
  const words = wordsOf(fold(name)).filter((word) => word.length > 2)
  return words.length > 0 && words.every((word) => host.includes(word))
}
