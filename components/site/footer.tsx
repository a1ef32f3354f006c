import { LinkList } from "@/components/site/link-list"
import type { ShownLink } from "@/lib/frame/types"
import type { Settings } from "@/lib/settings/shape"

type Props = { settings: Settings; links: readonly ShownLink[] }

/** What the publication is, who answers for it, and where else there is something to read. */
export function Footer({ settings, links }: Props) {
  const { publicationName, description, tagline, contactEmail, imprint } = settings
  return (
    <footer className="colophon">
      <div className="page grid gap-8 py-10 sm:grid-cols-[1fr_auto] sm:py-14">
        <div className="max-w-md">
          <p className="font-headline text-2xl" dir="auto">
            {publicationName}
          </p>
          <p className="mt-2 text-ink-soft" dir="auto">
            {description || tagline}
          </p>
          {contactEmail ? (
            <p className="mt-4 font-ui text-sm">
              <a href={`mailto:${encodeURI(contactEmail)}`} dir="ltr">
                {contactEmail}
              </a>
            </p>
          ) : null}
          {imprint ? (
            <p className="mt-4 font-ui text-ink-soft text-sm whitespace-pre-line" dir="auto">
              {imprint}
            </p>
          ) : null}
        </div>
        {links.length > 0 ? (
          <nav aria-label="Footer">
            <ul className="grid grid-cols-2 gap-x-10 gap-y-2 font-ui text-sm">
              <LinkList links={links} language={settings.language} />
            </ul>
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
