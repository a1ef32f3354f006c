import { TagLinks } from "@/components/posts/tag-links"
import type { Settings } from "@/lib/settings/shape"

type Props = {
  settings: Settings
  tags: { slug: string; name: string }[]
  /** Whether there is something to sign up to. */
  newsletter: boolean
}

/** The publication's name and the way around it. */
export function Masthead({ settings, tags, newsletter }: Props) {
  return (
    <header className="masthead">
      <div className="page flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 pt-6 pb-4 sm:pt-9 sm:pb-5">
        <a href="/" className="nameplate" dir="auto">
          {settings.publicationName}
        </a>
        {settings.tagline ? (
          <p className="text-ink-soft text-base" dir="auto">
            {settings.tagline}
          </p>
        ) : null}
      </div>
      {tags.length > 0 || newsletter ? (
        <nav aria-label="Sections" className="page">
          <ul className="sections">
            <TagLinks tags={tags} />
            {newsletter ? (
              <li className="ms-auto">
                <a href="/newsletter">Newsletter</a>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}
