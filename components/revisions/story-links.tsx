import { WayBack } from "@/components/desk/way-back"

type Props = {
  story: { id: number; title: string }
  /** Whether the page is below the list of versions. */
  versions?: boolean
}

/** The way back from a page about a story. */
export function StoryLinks({ story: { id, title }, versions = false }: Props) {
  const story = { href: `/desk/posts/${id}`, label: title || "Untitled" }
  return (
    <WayBack
      ways={versions ? [story, { href: `/desk/posts/${id}/revisions`, label: "Versions" }] : [story]}
    />
  )
}
