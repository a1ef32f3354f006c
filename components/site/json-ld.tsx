import { PagePiece } from "@/components/ui/piece"
import { keepPiece } from "@/lib/page-pieces"
import { ScriptJson } from "@/lib/text/script-json"

const type = "application/ld+json"

/** Facts for machines. */
export function JsonLd({ data }: { data: object }) {
  const json = new ScriptJson(data)
  const piece = keepPiece(json)
  if (piece !== null) return <PagePiece name={piece} as="script" type={type} />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `ScriptJson` cannot close the element
  return <script type={type} dangerouslySetInnerHTML={{ __html: json.toString() }} />
}
