/** So many queues somebody can have open at once; with one more, the oldest hears nothing more. */
const mostOfOnePerson = 8

// On globalThis, since Next bundles this file once for each of its layers.
const held = globalThis as { mastheadStreams?: Map<number, (() => void)[]> }
held.mastheadStreams ??= new Map()
const streams = held.mastheadStreams

/**
 * Counts an open stream of one of the staff, so that nobody takes them all: ends the oldest where there are too many.
 * @returns what takes it off the count again
 */
export function countStream(staffId: number, end: () => void): () => void {
  const open = [...(streams.get(staffId) ?? []), end]
  streams.set(staffId, open)
  if (open.length > mostOfOnePerson) open[0]?.()
  return () => {
    const rest = (streams.get(staffId) ?? []).filter((other) => other !== end)
    if (rest.length > 0) streams.set(staffId, rest)
    else streams.delete(staffId)
  }
}
