/** The demo is made of what the screens take: a refusal is a mistake in its words. */
export function done<T extends { ok: boolean }>(outcome: T, what: string): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(`${what} was refused: ${JSON.stringify(outcome)}`)
  return outcome as Extract<T, { ok: true }>
}
