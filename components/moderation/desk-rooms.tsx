import type { ReactNode } from "react"

type Room = "queue" | "bulk" | "bans"

const rooms: { key: Room; href: string; label: string }[] = [
  { key: "queue", href: "/desk/comments", label: "Comments" },
  { key: "bulk", href: "/desk/comments/bulk", label: "Decide about many" },
  { key: "bans", href: "/desk/comments/bans", label: "Bans" },
]

type Props = { current: Room; heading: ReactNode }

/** A page's heading, and beside it the ways between the rooms for moderators. */
export function DeskRooms({ current, heading }: Props) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6">
      {heading}
      <nav aria-label="Moderation" className="max-w-full md:mb-2 max-md:overflow-x-auto">
        <ul className="flex gap-x-5 gap-y-1 font-ui text-sm md:flex-wrap">
          {rooms.map(({ key, href, label }) => (
            <li key={key}>
              <a
                href={href}
                aria-current={key === current ? "page" : undefined}
                className="inline-flex items-center whitespace-nowrap py-1 text-ink-soft pointer-coarse:min-h-11 pointer-coarse:min-w-11 underline-offset-4 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
