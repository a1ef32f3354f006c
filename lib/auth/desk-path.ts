/**
 * Where to go after sign-in: a page of our own desk, or `/desk` for anything else. What is asked comes
 * from an address, so it may be anybody's (ASVS 3.7.2).
 */
export function deskPath(asked: unknown): string {
  if (
    typeof asked !== "string" ||
    asked.length > 500 ||
    !/^\/desk(?![^/?])[\x21-\x5b\x5d-\x7e]*$/.test(asked)
  ) {
    return "/desk"
  }
  const { origin, pathname, search, searchParams } = new URL(asked, here)
  // Dot segments are gone by now, so a path that left the desk shows.
  const own = origin === here && /^\/desk(\/|$)/.test(pathname) && !pathname.includes("//")
  if (!own) return "/desk"
  // The router's own mark on what it fetches is no part of a page's address.
  return searchParams.has("_rsc") ? pathname : `${pathname}${search}`
}

const here = "http://here.invalid"
