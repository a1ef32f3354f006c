import { useEffect, useRef, useState } from "react"
import type { MetadataFields } from "@/components/editor/metadata/metadata-fields"
import { textFields } from "@/components/editor/text-fields"
import { SearchResult } from "@/components/previews/search-result"
import { SocialCard } from "@/components/previews/social-card"
import { metadataOf, searchResultOf, socialCardOf } from "@/lib/posts/metadata"
import "@/components/previews/previews.css"

type Props = Omit<Parameters<typeof MetadataFields>[0], "state">

/** The search result and the social card as what is typed makes them. */
export function MetadataPreview({ fields, lead, slug, site }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})

  useEffect(() => {
    const form = frame.current?.closest("form") ?? null
    const read = () => {
      const named = Object.entries(textFields(form)).map(([name, { value }]) => [name, value])
      setTyped(Object.fromEntries(named))
    }
    read()
    form?.addEventListener("input", read)
    return () => form?.removeEventListener("input", read)
  }, [])

  const said = { ...fields, ...typed }
  const isSamePicture = typed.leadMediaId === undefined || typed.leadMediaId === fields.leadMediaId
  const story = {
    ...metadataOf(said),
    title: said.title,
    summary: said.standfirst || site.opening,
    slug: said.slug || slug,
    picture: said.picture,
    pictureAlt: said.pictureAlt,
    lead: isSamePicture ? lead : null,
  }
  return (
    <div ref={frame} className="flex flex-col gap-4">
      <SearchResult result={searchResultOf(story)} siteUrl={site.siteUrl} />
      <SocialCard card={socialCardOf(story, site.picture)} siteUrl={site.siteUrl} />
      {isSamePicture ? null : (
        <p className="text-sm text-ink-soft">
          The new picture is shown here once it is saved and the page is opened again.
        </p>
      )}
    </div>
  )
}
