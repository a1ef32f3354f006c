import { Portrait } from "@/components/posts/portrait"
import type { DeskProfile } from "@/lib/authors/queries"
import { storyCount } from "@/lib/authors/story-count"

/** Everybody who is, or can be, credited on a story. */
export function AuthorList({ authors }: { authors: DeskProfile[] }) {
  if (authors.length === 0) return <p className="mt-3 text-sm text-ink-soft">No authors match.</p>
  return (
    <ul className="mt-1 divide-y divide-rule">
      {authors.map((author) => (
        <li key={author.id} className="flex items-center gap-4 py-3">
          <Portrait author={author} />
          <div className="min-w-0 text-sm [overflow-wrap:anywhere]">
            <p className="text-base font-medium">
              <a href={`/desk/authors/${author.id}`} className="text-accent underline underline-offset-2">
                <bdi>{author.name}</bdi>
              </a>
            </p>
            {author.title ? <p dir="auto">{author.title}</p> : null}
            <p className="text-ink-soft">
              <WhoseProfile author={author} /> · {storyCount(author.stories)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Whether somebody signs in with it. */
export function WhoseProfile({
  author: { account, kind },
}: {
  author: Pick<DeskProfile, "account" | "kind">
}) {
  if (kind === "publication") return "The publication’s own"
  if (account === null) return "Guest"
  return (
    <>
      Account of <bdi>{account}</bdi>
    </>
  )
}
