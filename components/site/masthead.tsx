import { LinkList } from "@/components/site/link-list"
import { Logo } from "@/components/site/logo"
import type { ShownLink } from "@/lib/frame/types"
import type { Picture } from "@/lib/media/types"
import type { Settings } from "@/lib/settings/shape"

type Props = { settings: Settings; logo: Picture | null; links: readonly ShownLink[] }

/** The publication's name and the way around it. */
export function Masthead({ settings, logo, links }: Props) {
  const hasLogo = logo !== null && logo.files.length > 0
  const hasName = !hasLogo || settings.nameBesideLogo
  return (
    <header className="masthead">
      <div className="page flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 pt-6 pb-4 sm:pt-9 sm:pb-5">
        <a href="/" className={hasLogo ? "nameplate nameplate-logo" : "nameplate"} dir="auto">
          {hasLogo ? <Logo picture={logo} alt={hasName ? "" : settings.publicationName} /> : null}
          {hasName ? settings.publicationName : null}
        </a>
        {settings.tagline ? (
          <p className="text-ink-soft text-base" dir="auto">
            {settings.tagline}
          </p>
        ) : null}
      </div>
      {links.length > 0 ? (
        <nav aria-label="Sections" className="page">
          <ul className="sections">
            <LinkList links={links} language={settings.language} />
          </ul>
        </nav>
      ) : null}
    </header>
  )
}
