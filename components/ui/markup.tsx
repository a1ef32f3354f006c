import { PagePiece } from "@/components/ui/piece"
import { keepPiece } from "@/lib/page-pieces"
import type { Html } from "@/lib/text/html"

/** A box around HTML that `html` made, and that is therefore escaped. */
export function Markup({ html, ...box }: { html: Html; className: string; dir?: "auto" }) {
  const piece = keepPiece(html)
  if (piece !== null) return <PagePiece name={piece} {...box} />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits nothing that is not escaped
  return <div {...box} dangerouslySetInnerHTML={{ __html: html.toString() }} />
}
