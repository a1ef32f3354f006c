import type { Metadata } from "next"
import { Panel } from "@/components/desk/panel"
import { WayBack } from "@/components/desk/way-back"
import { FrameLinksForm } from "@/components/frame/frame-links-form"
import { PictureForm } from "@/components/frame/picture-form"
import { footerLinks, menuLinks } from "@/components/site/links"
import { requireStaff } from "@/lib/auth/viewer"
import { linkValues, shownValues } from "@/lib/frame/link-values"
import { siteOffers } from "@/lib/frame/offers"
import { listFrameLinks, listLinkTargets } from "@/lib/frame/queries"
import { siteLinks } from "@/lib/frame/site-links"
import { targetGroups } from "@/lib/frame/target-groups"
import type { FramePlace } from "@/lib/frame/types"
import { getSitePicture } from "@/lib/media/queries"
import type { Picture } from "@/lib/media/types"
import { getSections } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { saveFrameAction, setPictureAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Menu, footer and logo" }

/** What frames every page that readers see. */
export default async function FrameSettingsPage() {
  const staff = await requireStaff("settings.manage")
  const [places, targets, sections, settings, logo, social] = await Promise.all([
    listFrameLinks(staff),
    listLinkTargets(staff),
    getSections(),
    getSettings(),
    getSitePicture("logo"),
    getSitePicture("social"),
  ])
  const offers = siteOffers(sections, settings)
  const automatic = {
    menu: () => menuLinks({ ...sections, menu: null }, offers),
    footer: () => footerLinks({ ...sections, footer: null }, offers),
  }
  const isChosen = (place: FramePlace) => sections[place] !== null
  const rowsOf = (place: FramePlace) =>
    isChosen(place)
      ? places[place].links.map(linkValues)
      : automatic[place]().map((link) => shownValues(link, { tags: targets.tags, shown: sections.pages }))
  const groups = targetGroups(targets, siteLinks)
  const linkForm = (place: FramePlace) => (
    <FrameLinksForm
      action={saveFrameAction}
      place={place}
      saved={rowsOf(place)}
      isChosen={isChosen(place)}
      seen={places[place].seen}
      groups={groups}
    />
  )
  return (
    <div className="panels-beside flex flex-col gap-8">
      <header>
        <WayBack ways={[{ href: "/desk/settings", label: "Settings" }]} />
        <h1 className="font-headline text-3xl">Menu, footer and logo</h1>
      </header>
      <Panel title="Menu">
        <p className="mt-1 text-sm text-ink-soft">
          {isChosen("menu")
            ? "The links under the name, on every page. Publishing never changes them."
            : "Automatic now: the most used tags of the newest stories, and the newsletter once a story is published. Once you save it here, the menu is yours, and publishing never changes it."}
        </p>
        {linkForm("menu")}
      </Panel>
      <Panel title="Footer">
        <p className="mt-1 text-sm text-ink-soft">
          {isChosen("footer")
            ? "The links at the foot of every page."
            : "Automatic now: the same tags, the pages that have a purpose such as About and Privacy, the archive and the feed. Once you save it here, the footer is yours."}
        </p>
        {linkForm("footer")}
      </Panel>
      <Pictures logo={logo} social={social} />
    </div>
  )
}

function Pictures({ logo, social }: { logo: Picture | null; social: Picture | null }) {
  return (
    <>
      <Panel title="Logo">
        <p className="mt-1 text-sm text-ink-soft">
          Shown at the top of every page. A roughly square logo is also used as the icon in tabs and
          bookmarks; otherwise the icon has the initials on your accent colour.
        </p>
        <PictureForm action={setPictureAction} place="logo" name="logo" picture={logo} />
      </Panel>
      <Panel title="Social picture">
        <p className="mt-1 text-sm text-ink-soft">
          Shown when somebody shares a link to a page without a picture.
        </p>
        <PictureForm action={setPictureAction} place="social" name="social picture" picture={social} />
      </Panel>
    </>
  )
}
