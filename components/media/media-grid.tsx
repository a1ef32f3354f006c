import { pictureContent } from "@/components/media/picture-html"
import { PictureList } from "@/components/media/picture-list"
import type { LibraryEntry } from "@/lib/media/queries"
import { type Html, html } from "@/lib/text/html"

/**
 * The library as a grid; each picture leads to its page, and can be chosen for what the form below does. Written as text:
 * four hundred elements would cost React more than everything else on the page.
 */
export function MediaGrid({ pictures }: { pictures: LibraryEntry[] }) {
  return (
    <PictureList
      // Keeps the card with the focus clear of the bar that stays at the bottom.
      className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3 [&_:is(a,input)]:scroll-mb-20"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits nothing that is not escaped
      dangerouslySetInnerHTML={{ __html: html`${pictures.map(cardOf)}`.toString() }}
    />
  )
}

function cardOf(picture: LibraryEntry): Html {
  const { id, filename } = picture
  return html`<li class="relative flex flex-col gap-1.5"><a href="/desk/media/${id}" class="block aspect-square overflow-hidden rounded-sm bg-raised [&_.picture]:aspect-square">${lookOf(picture)}</a><label class="flex min-h-7 items-center gap-2 text-sm"><input type="checkbox" name="id" value="${id}" class="size-4 accent-accent"/><bdi class="min-w-0 truncate">${filename}</bdi></label><p class="text-xs text-ink-soft">${marks(picture).join(" · ")}</p></li>`
}

function lookOf(picture: LibraryEntry): Html {
  const content = pictureContent(picture, { alt: picture.alt || picture.filename, shape: "grid" })
  return content
    ? html`<picture>${content}</picture>`
    : html`<span class="grid h-full place-items-center p-2 text-xs wrap-anywhere">${picture.filename}</span>`
}

function marks({ used, alt, decorative, state, width, height }: LibraryEntry): string[] {
  return [
    `${width} × ${height}`,
    ...(used ? [] : ["unused"]),
    ...(alt || decorative ? [] : ["no alt text"]),
    ...(state === "processing" ? ["processing"] : state === "failed" ? ["some sizes are missing"] : []),
  ]
}
