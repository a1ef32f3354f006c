/** Leads from an address that people and feed readers guess to the feed. */
export function redirectToFeed(): Response {
  return new Response(null, { status: 308, headers: { location: "/feed.xml" } })
}
