import type { DeskTag } from "@/lib/tags/types"

/** All tags in their order, with how much each is used. */
export function TagTable({ tags }: { tags: DeskTag[] }) {
  return (
    <ul className="border-b border-rule">
      {tags.map(({ id, name, slug, description, stories, published }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-t border-rule py-2.5 text-sm"
        >
          <p className="wrap-anywhere">
            <a
              href={`/desk/tags/${id}`}
              className="text-base font-medium text-accent underline underline-offset-2"
            >
              <bdi>{name}</bdi>
            </a>
          </p>
          <p className="text-end text-ink-soft tabular-nums">{countsOf(stories, published)}</p>
          <p className="col-span-2 text-ink-soft wrap-anywhere">
            <span dir="ltr">/tags/{slug}</span>
            {description ? (
              <>
                {" · "}
                <bdi>{description}</bdi>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

function countsOf(stories: number, published: number): string {
  if (stories === 0) return "not used"
  const all = stories === 1 ? "1 story" : `${stories} stories`
  return published === stories ? all : `${all}, ${published} published`
}
