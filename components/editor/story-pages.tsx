import { buttonClass } from "@/components/ui/button"
import { readCursor } from "@/lib/posts/cursor"
import { type StoriesAddress, storiesHref } from "@/lib/posts/story-list-url"

type Props = { asked: StoriesAddress; next: string | null; more: boolean }

/** Leads through a long list: from the last save on by moments, in another order by numbers. */
export function StoryPages({ asked, next, more }: Props) {
  const byMoment = (asked.sort ?? "saved") === "saved"
  const page = asked.page ?? 1
  const first = byMoment ? asked.before !== undefined : page > 1
  const older = byMoment
    ? { ...asked, page: undefined, before: readCursor(next ?? undefined) ?? undefined }
    : { ...asked, before: undefined, page: page + 1 }
  if (!first && !more) return null
  return (
    <nav aria-label="Pages" className="mt-5 flex gap-3">
      {first ? (
        <PageLink href={storiesHref({ ...asked, before: undefined, page: undefined })}>
          {byMoment ? "Newest" : "First page"}
        </PageLink>
      ) : null}
      {more ? <PageLink href={storiesHref(older)}>{byMoment ? "Older" : "Next page"}</PageLink> : null}
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
