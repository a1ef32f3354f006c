/**
 * A place is what a document depends on: one story with its thread, the lists of stories, the report on how comments
 * are decided, or everything that readers see. A mutation names the places it changed; `server/` drops what depends on them.
 */
export type Place = `post:${string}` | "lists" | "report" | "everything"

/** Each place is a message to every instance, so that more stories than this are told of as everything. */
const mostStories = 100

/** The places of stories, by their slugs; each slug once. */
export function placesOfStories(slugs: readonly string[]): Place[] {
  return slugs.length > mostStories ? ["everything"] : slugs.map((slug): Place => `post:${slug}`)
}

/** The channel of NOTIFY; the payload is one place. */
export const placesChannel = "places"

type Listener = (place: Place) => void

// On globalThis, since the server and Next's bundles each load their own copy of this file.
const held = globalThis as { mastheadPlaces?: Set<Listener> }
held.mastheadPlaces ??= new Set()
const listeners = held.mastheadPlaces

/** Calls back for each place changed in this thread, after commit and before the person is answered. */
export function onPlaceChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells this thread, which tells the front door's (`server/door-thread.ts`); other instances hear of it from Postgres. */
export function announce(places: Iterable<Place>): void {
  for (const place of places) for (const listener of listeners) listener(place)
}
