import { Piece } from "@/components/ui/piece"
import type { Html } from "@/lib/html"
import { keepPiece } from "@/lib/page-pieces"

/** A box around HTML that `html` made, and that is therefore escaped. */
export function Markup({ html, className }: { html: Html; className: string }) {
  const piece = keepPiece(html)
  if (piece !== null) return <Piece name={piece} className={className} />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits nothing that is not escaped
  return <div className={className} dangerouslySetInnerHTML={{ __html: html.toString() }} />
}
