import { isRandom } from "@/lib/spam/address-signals"
import type { Look, SignalTest } from "@/lib/spam/look"
import { trades } from "@/lib/spam/offer-phrases"
import { fold, wordsOf } from "@/lib/text/fold"

/** What stands in the field of the name. */
export const nameSignals = {
  "name-is-website": {
    label: "named like its website",
    test: (look) => look.website !== "" && isNamedAfter(look),
  },
  "name-phrase": {
    label: "a name of several small words",
    test: ({ name }) => /^\p{Ll}\S*(?: \p{Ll}\S*)+$/u.test(name) || name.split(" ").length > 4,
  },
  "name-address": {
    label: "a name that is an address",
    test: ({ name }) => /https?:|www\.|\.(?:com|net|org|info|ru|shop|xyz)\b/i.test(name),
  },
  "name-trade": { label: "named after a trade", test: ({ name }) => trades.test(fold(name)) },
  "name-random": {
    label: "a name of digits or random letters",
    test: ({ name }) => !name.includes(" ") && isRandom(name),
  },
} as const satisfies Record<string, SignalTest>

/** "Best SEO Tools" of best-seo-tools.example. */
function isNamedAfter({ name, website }: Look): boolean {
  const host = fold(website).replace(/[^\p{L}\p{N}]+/gu, "")
  const words = wordsOf(fold(name)).filter((word) => word.length > 2)
  return words.length > 0 && words.every((word) => host.includes(word))
}
