/** So many queues somebody can have open at once; with one more, the oldest hears nothing more. */
const mostOfOnePerson = 8

/** `recheck` ends the stream where its owner may not listen any more. */
type Stream = { end: () => void; recheck: () => void }

// On globalThis, since Next bundles this file once for each of its layers.
const held = globalThis as { mastheadStreams?: Map<number, Stream[]> }
held.mastheadStreams ??= new Map()
const streams = held.mastheadStreams

/**
 * Counts an open stream of one of the staff, so that nobody takes them all: ends the oldest where there are too many.
 * @returns what takes it off the count again
 */
export function countStream(staffId: number, stream: Stream): () => void {
  const open = [...(streams.get(staffId) ?? []), stream]
  streams.set(staffId, open)
  if (open.length > mostOfOnePerson) open[0]?.end()
  return () => {
    const rest = (streams.get(staffId) ?? []).filter((other) => other !== stream)
    if (rest.length > 0) streams.set(staffId, rest)
    else streams.delete(staffId)
  }
}

/** Has the open streams of one of the staff, or of everybody, check again whether their owner may still listen. */
export function recheckStreams(staffId?: number): void {
  const open = staffId === undefined ? [...streams.values()].flat() : (streams.get(staffId) ?? [])
  for (const { recheck } of open) recheck()
}
