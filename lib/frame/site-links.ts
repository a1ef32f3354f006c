/** Addresses that every publication has, with what a link to them is called. */
export const siteLinks: Readonly<Record<string, string>> = {
  "/": "Home",
  "/newsletter": "Newsletter",
  "/archive": "Archive",
  "/feed.xml": "RSS feed",
  "/moderation": "How comments are decided",
}
