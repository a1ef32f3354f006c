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
  const { origin, pathname, search } = new URL(asked, here)
  // Dot segments are gone by now, so a path that left the desk shows.
  const own = origin === here && /^\/desk(\/|$)/.test(pathname) && !pathname.includes("//")
  return own ? `${pathname}${search}` : "/desk"
}

const here = "http://here.invalid"
