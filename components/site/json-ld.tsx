/** Facts for machines. The text cannot close its element, nor end a line for an old parser. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with "<" escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
