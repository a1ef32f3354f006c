import { TagLinks } from "@/components/posts/tag-links"
import type { Settings } from "@/lib/settings/shape"

type Props = {
  settings: Settings
  tags: { slug: string; name: string }[]
  /** Whether there is something to sign up to. */
  newsletter: boolean
}

/** What the publication is, and where its feeds are. */
export function Footer({ settings, tags, newsletter }: Props) {
  return (
    <footer className="colophon">
      <div className="page grid gap-8 py-10 sm:grid-cols-[1fr_auto] sm:py-14">
        <div className="max-w-md">
          <p className="font-headline text-2xl" dir="auto">
            {settings.publicationName}
          </p>
          <p className="mt-2 text-ink-soft" dir="auto">
            {settings.description || settings.tagline}
          </p>
        </div>
        <nav aria-label="Footer">
          <ul className="grid grid-cols-2 gap-x-10 gap-y-2 font-ui text-sm">
            <TagLinks tags={tags} />
            {newsletter ? (
              <li>
                <a href="/newsletter">Newsletter</a>
              </li>
            ) : null}
            <li>
              <a href="/archive">Archive</a>
            </li>
            <li>
              <a href="/feed.xml">RSS feed</a>
            </li>
            {settings.moderationReport ? (
              <li>
                <a href="/moderation">How comments are decided</a>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
