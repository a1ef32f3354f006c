/** RFC 9116 wants less than a year; whoever reads an old copy shall not trust it for long. */
const goodForDays = 180

/** How to report a hole (RFC 9116). It is never stored, so its last day is always as far away. */
export function securityTxt(
  { siteUrl, contact, language }: { siteUrl: string; contact: string; language: string },
  now = new Date(),
): string {
  const lines = [
    `Contact: ${contact.startsWith("https:") ? contact : `mailto:${encodeURI(contact)}`}`,
    `Expires: ${new Date(now.getTime() + goodForDays * 86_400_000).toISOString()}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
  ]
  return `${lines.join("\n")}\n`
}
