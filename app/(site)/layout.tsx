import type { ReactNode } from "react"
import { Footer } from "@/components/site/footer"
import { footerLinks, menuLinks } from "@/components/site/links"
import { Masthead } from "@/components/site/masthead"
import { siteOffers } from "@/lib/frame/offers"
import { getSitePicture } from "@/lib/media/queries"
import { getSections } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"

/** The frame of every page that readers see. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [settings, logo, sections] = await Promise.all([getSettings(), getSitePicture("logo"), getSections()])
  const offers = siteOffers(sections, settings)
  return (
    <div className="flex min-h-dvh flex-col">
      <link rel="alternate" type="application/rss+xml" title={settings.publicationName} href="/feed.xml" />
      <link rel="alternate" type="application/feed+json" title={settings.publicationName} href="/feed.json" />
      <a href="#main" target="_self" className="skip-link">
        Skip to content
      </a>
      <Masthead settings={settings} logo={logo} links={menuLinks(sections, offers)} />
      <main id="main" className="page grow">
        {children}
      </main>
      <Footer settings={settings} links={footerLinks(sections, offers)} />
    </div>
  )
}
