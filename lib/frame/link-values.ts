import type { RowValues } from "@/lib/form-rows"
import { siteLinks } from "@/lib/frame/site-links"
import type { FrameLink } from "@/lib/frame/types"

/** A link as its row of the form holds it. */
export function linkValues({ label, pageId, tagId, url }: FrameLink): RowValues {
  if (pageId !== null) return { target: `page:${pageId}`, url: "", label }
  if (tagId !== null) return { target: `tag:${tagId}`, url: "", label }
  const known = url === null ? undefined : siteLinks[url]
  if (!known) return { target: "url", url: url ?? "", label }
  return { target: url ?? "", url: "", label: label === known ? "" : label }
}
