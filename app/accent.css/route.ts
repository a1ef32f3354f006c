import { accentShades } from "@/lib/settings/accent"
import { getSettings } from "@/lib/settings/queries"

export const dynamic = "force-dynamic"

/** The accent colour, where it is another than that of `app/globals.css`: the policy allows no style within a page. */
export async function GET(): Promise<Response> {
  const { light, dark } = accentShades((await getSettings()).accent)
  // Twice, to count for more than the sheet it changes, whichever comes first.
  const css = `:root:root{--color-accent:${light}}@media(prefers-color-scheme:dark){:root:root{--color-accent:${dark}}}`
  return new Response(css, { headers: { "content-type": "text/css; charset=utf-8" } })
}
