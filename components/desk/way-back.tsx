import { Fragment } from "react"

type Props = { ways: { href: string; label: string }[] }

/** The ways to the pages above this one. They fit in the page's margin, so that every heading has the same place. */
export function WayBack({ ways }: Props) {
  return (
    <p className="-mt-7 mb-1 flex gap-x-2 text-sm leading-6 whitespace-nowrap">
      {ways.map(({ href, label }, at) => (
        <Fragment key={href}>
          {at > 0 ? <span aria-hidden="true">›</span> : null}
          <a
            href={href}
            dir="auto"
            className="truncate not-first:shrink-0 text-accent underline underline-offset-2"
          >
            {label}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
