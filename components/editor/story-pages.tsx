import { buttonClass } from "@/components/ui/button"
import type { StoryCursor } from "@/lib/posts/story-cursor"
import { type StoriesAddress, storiesHref } from "@/lib/posts/story-list-url"

type Props = { asked: StoriesAddress; next: StoryCursor | null }

/** Leads through a long list. */
export function StoryPages({ asked, next }: Props) {
  const byTitle = asked.sort === "title"
  if (!asked.before && !next) return null
  return (
    <nav aria-label="Pages" className="mt-5 flex gap-3">
      {asked.before ? (
        <PageLink href={storiesHref({ ...asked, before: undefined })}>
          {byTitle ? "First page" : "Newest"}
        </PageLink>
      ) : null}
      {next ? (
        <PageLink href={storiesHref({ ...asked, before: next })}>{byTitle ? "Next page" : "Older"}</PageLink>
      ) : null}
    </nav>
  )
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={buttonClass({ look: "secondary", small: true })}>
      {children}
    </a>
  )
}
