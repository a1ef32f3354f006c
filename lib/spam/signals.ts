import { addressSignals } from "@/lib/spam/address-signals"
import { letterSignals } from "@/lib/spam/letter-signals"
import { lookAt, type SignalTest } from "@/lib/spam/look"
import { nameSignals } from "@/lib/spam/name-signals"
import { offerSignals } from "@/lib/spam/offer-signals"
import { pitchSignals } from "@/lib/spam/pitch-signals"
import { promotionSignals } from "@/lib/spam/promotion-signals"
import { readerSignals } from "@/lib/spam/reader-signals"
import type { Reading } from "@/lib/spam/reading"

/** What can be noticed about a comment beside its words. */
const signals = {
  ...addressSignals,
  ...nameSignals,
  ...offerSignals,
  ...promotionSignals,
  ...pitchSignals,
  ...letterSignals,
  ...readerSignals,
}

export type Signal = keyof typeof signals

const all = Object.entries(signals) as [Signal, SignalTest][]

export const signalNames: readonly Signal[] = all.map(([name]) => name)

/** The signals of a comment. Each looks at the text once; those of readers come last and heed what the others found. */
export function signalsOf(reading: Reading): Signal[] {
  const look = lookAt(reading)
  const found = new Set<Signal>()
  for (const [name, { test }] of all) if (test(look, found)) found.add(name)
  return [...found]
}

/** A signal in words for a moderator; of one that is no more, its name. */
export function signalLabel(name: string): string {
  return Object.hasOwn(signals, name) ? signals[name as Signal].label : name
}
