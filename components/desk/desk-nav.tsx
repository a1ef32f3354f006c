"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { useEffect, useRef } from "react"
import { useRowEnds } from "@/components/ui/use-row-ends"
import { countText } from "./count-text"
import { useUndecidedCount } from "./undecided-count"

/** `countsUpTo`: the room with comments to decide says how many they are, up to so many. */
export type NavItem = { href: string; label: string; countsUpTo?: number }

/** The desk's rooms in groups; only those that the person's roles open are handed in. On a phone they wrap into few rows, and beside a text that is written they are one that scrolls. */
export function DeskNav({ groups }: { groups: NavItem[][] }) {
  const path = usePathname()
  const list = useRef<HTMLUListElement>(null)
  useRowEnds(list)
  useEffect(() => {
    // Beside a text that is written there is room for one row, which is to begin with the present room.
    const here = path && list.current?.querySelector<HTMLElement>("[aria-current]")
    if (here) list.current?.scrollTo({ left: here.offsetLeft - list.current.offsetLeft - 40 })
  }, [path])
  return (
    <nav aria-label="Desk">
      <ul ref={list} className="desk-nav-list flex flex-wrap md:flex-col md:gap-1">
        {groups.flatMap((items, group) =>
          items.map((item, at) => (
            <li key={item.href} className={group > 0 && at === 0 ? "md:mt-3" : undefined}>
              <Link
                href={item.href}
                // Pages of the desk are dynamic: of one that nobody has asked for, only the layout could be fetched.
                prefetch={false}
                aria-current={isHere(path, item.href) ? "page" : undefined}
                className="flex min-h-10 items-center pointer-coarse:min-h-11 justify-between gap-1.5 rounded-sm px-1.5 text-sm whitespace-nowrap min-[24rem]:px-2.5 md:gap-2 md:px-3 font-medium text-ink-soft no-underline hover:bg-raised hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink"
              >
                {item.label}
                {item.countsUpTo ? <Undecided limit={item.countsUpTo} /> : null}
              </Link>
            </li>
          )),
        )}
      </ul>
    </nav>
  )
}

function Undecided({ limit }: { limit: number }) {
  const count = useUndecidedCount()
  if (count === 0) return null
  return (
    <span className="min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-paper tabular-nums">
      {countText(count, limit)}
      <span className="sr-only"> to decide</span>
    </span>
  )
}

/** The first room is the desk itself, so it is current on its own page only. */
function isHere(path: string, href: string): boolean {
  return path === href || (href !== "/desk" && path.startsWith(`${href}/`))
}
