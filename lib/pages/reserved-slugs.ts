/**
 * Words with which addresses of the site itself begin, or may begin one day: no page stands there. The edge asks too
 * (`app/routes.ts`), so that an address of the site without a page of its own is never looked for among the pages.
 */
export const reservedPageSlugs: readonly string[] = [
  "admin amp api app archive assets atom author authors blog category cdn-cgi cgi-bin comment comments corrections",
  "dashboard demo desk feed feeds files fonts ghost graphql healthz home icon images index login logout media metrics",
  "moderation newsletter oauth page pages post posts preview public readyz register robots rss screenshots search setup sign-in",
  "sign-out signin signout signup sitemap static stories story tag tags uploads user users well-known wp wp-admin",
  "wp-content wp-includes wp-json wp-login xmlrpc",
].flatMap((line) => line.split(" "))

const reserved = new Set(reservedPageSlugs)

/** Whether a page at the top level may not have this slug. */
export function isReservedPageSlug(slug: string): boolean {
  return reserved.has(slug)
}
