import type { Rules } from "@/lib/comments/screening/check"
import { readWordList, type WordList } from "@/lib/comments/screening/word-list"
import type { Settings } from "@/lib/settings/shape"

/** The checks' rules as staff have set them. Lists are read once and kept while they stay the same. */
export function rulesOf(settings: Settings): Rules {
  return {
    linksHeld: settings.commentLinksHeld,
    wordsHeld: listOf("held", settings.commentWordsHeld),
    wordsSpam: listOf("spam", settings.commentWordsSpam),
    filterHolds: settings.commentFilterHolds,
  }
}

const kept = new Map<string, { lines: string; list: WordList }>()

function listOf(which: string, lines: string): WordList {
  const known = kept.get(which)
  if (known?.lines === lines) return known.list
  const list = readWordList(lines)
  kept.set(which, { lines, list })
  return list
}
