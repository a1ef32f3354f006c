import type { Reading } from "@/lib/spam/reading"
import { fold } from "@/lib/text/fold"

/** A comment as the signals look at it. */
export type Look = Reading & {
  /** The words as they were typed, without addresses and numbers. */
  text: string
  /** The first of them, folded: what a comment is about is said early. */
  words: string
  /** Its first sentence, and what follows. */
  first: string
  rest: string
}

/** What a moderator reads when a signal is found, and how it is found. */
export type SignalTest = { label: string; test: (look: Look, found: ReadonlySet<string>) => boolean }

const most = 2000

export function lookAt(reading: Reading): Look {
  const text = reading.lines.join("\n")
  const words = fold(text.slice(0, most)).replace(/[’‘`´]/g, "'")
  const [first = ""] = /^[^\p{L}]*[^.!?。！？\n]*/u.exec(words) ?? []
  return { ...reading, text, words, first, rest: words.slice(first.length) }
}

/** Folded phrases as one expression: whole words in Latin letters, and `others` anywhere, where scripts have no blanks. */
export function anyOf(phrases: string, others?: string): RegExp {
  const listed = phrases.trim().replace(/\n\s*/g, "|")
  return new RegExp(`\\b(?:${listed})\\b${others ? `|${fold(others)}` : ""}`)
}
