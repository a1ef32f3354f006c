import type { Html } from "@/lib/html"

/** A box around HTML that `html` made, and that is therefore escaped. */
export function Markup({ html, className }: { html: Html; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits nothing that is not escaped
  return <div className={className} dangerouslySetInnerHTML={{ __html: html.toString() }} />
}
