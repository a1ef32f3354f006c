import type { frameLinks } from "@/db/schema/frame"

export type FramePlace = (typeof frameLinks.$inferSelect)["place"]

/** A link of the menu or the footer as readers get it. */
export type ShownLink = { label: string; href: string }

/** A published page that the site itself refers to; the automatic footer lists it. */
export type PurposePage = ShownLink & { pageId: number }

/** The links that staff chose; `null` while a place is computed. */
export type ChosenLinks = Record<FramePlace, ShownLink[] | null>

/** A link as it is stored and edited: it leads to a page, a tag or an address. */
export type FrameLink = { label: string; pageId: number | null; tagId: number | null; url: string | null }

/** What a link may lead to beside an address. */
export type LinkTargets = {
  /** `above`: the title of the page that one stands under. */
  pages: { id: number; title: string; above: string | null; isPublished: boolean }[]
  tags: { id: number; slug: string; name: string }[]
}
