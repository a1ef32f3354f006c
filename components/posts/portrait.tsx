import { pictureContent } from "@/components/media/picture-html"
import { Markup } from "@/components/ui/markup"
import type { Profile } from "@/lib/authors/types"
import { html } from "@/lib/text/html"

type Props = { author: Pick<Profile, "name" | "picture" | "portrait">; large?: boolean }

/** An author's portrait, or their first letter. Says nothing to the ear: the name stands beside it. */
export function Portrait({ author, large = false }: Props) {
  const size = large ? 96 : 48
  const className = `portrait ${large ? "size-24 text-4xl" : "size-12 text-xl"}`
  const files =
    author.portrait && pictureContent(author.portrait, { alt: "", shape: large ? "portrait" : "byline" })
  if (files) return <Markup className={className} html={html`<picture>${files}</picture>`} />
  if (!author.picture) {
    return (
      <span className={className} aria-hidden="true">
        {[...author.name][0]}
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: next/image needs script for what `loading` does
    <img
      src={author.picture}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}
