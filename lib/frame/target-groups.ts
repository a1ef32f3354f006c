import type { LinkTargets } from "@/lib/frame/types"

export type TargetGroup = { label: string; options: { value: string; name: string }[] }

type Target = { kind: string; value: string; title: string; notes: string[] }

/**
 * What a link can lead to, by its kind. A select that is closed shows an option without its group: two that are called
 * the same say there which kind they are.
 */
export function targetGroups(
  { pages, tags }: LinkTargets,
  siteLinks: Readonly<Record<string, string>>,
): TargetGroup[] {
  const groups = {
    Pages: pages.map(({ id, title, above, isPublished }) => ({
      kind: "page",
      value: `page:${id}`,
      title: title || "Untitled",
      notes: [...(above ? [above] : []), ...(isPublished ? [] : ["draft: not shown yet"])],
    })),
    Tags: tags.map(({ id, name }) => ({ kind: "tag", value: `tag:${id}`, title: name, notes: [] })),
    "This site": Object.entries(siteLinks).map(([path, name]) => ({
      kind: "this site",
      value: path,
      title: name,
      notes: [],
    })),
  }
  const called = new Map<string, number>()
  for (const name of Object.values(groups).flat().map(nameOf)) called.set(name, (called.get(name) ?? 0) + 1)
  return Object.entries<Target[]>(groups)
    .filter(([, targets]) => targets.length > 0)
    .map(([label, targets]) => ({
      label,
      options: targets.map((target) => {
        const name = nameOf(target)
        const isShared = (called.get(name) ?? 0) > 1
        const notes = isShared ? [target.kind, ...target.notes] : target.notes
        return { value: target.value, name: nameOf({ ...target, notes }) }
      }),
    }))
}

function nameOf({ title, notes }: Target): string {
  return notes.length > 0 ? `${title} (${notes.join(", ")})` : title
}
