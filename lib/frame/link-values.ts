import type { RowValues } from "@/lib/form-rows"
import { siteLinks } from "@/lib/frame/site-links"
import type { FrameLink, LinkTargets, PurposePage, ShownLink } from "@/lib/frame/types"

/** A link as its row of the form holds it. */
export function linkValues({ label, pageId, tagId, url }: FrameLink): RowValues {
  if (pageId !== null) return { target: `page:${pageId}`, url: "", label }
  if (tagId !== null) return { target: `tag:${tagId}`, url: "", label }
  const known = url === null ? undefined : siteLinks[url]
  if (!known) return { target: "url", url: url ?? "", label }
  return { target: url ?? "", url: "", label: label === known ? "" : label }
}

/** The same of a link that readers get while a place is automatic: what somebody begins with who chooses. */
export function shownValues(
  { label, href }: ShownLink,
  { tags, shown }: Pick<LinkTargets, "tags"> & { shown: readonly PurposePage[] },
): RowValues {
  const page = shown.find((one) => one.href === href)
  if (page) return { target: `page:${page.pageId}`, url: "", label: "" }
  const tag = tags.find(({ slug }) => href === `/tags/${slug}`)
  if (tag) return { target: `tag:${tag.id}`, url: "", label: "" }
  return linkValues({ label, pageId: null, tagId: null, url: href })
}
