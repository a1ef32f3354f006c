import type { ReactNode } from "react"
import { DeskNav, type NavItem } from "@/components/desk/desk-nav"
import { RenderedFor } from "@/components/desk/rendered-for"
import { Button, buttonClass } from "@/components/ui/button"

type Props = {
  publicationName: string
  person: { id: number; name: string; roles: readonly string[] }
  nav: NavItem[][]
  children: ReactNode
}

/** The frame around every page of the desk: a bar on a phone, a column beside the work on a wide screen. */
export function DeskShell({ publicationName, person, nav, children }: Props) {
  return (
    // The desk's own words are English, whatever the publication speaks.
    <div
      lang="en"
      dir="ltr"
      className="min-h-dvh bg-paper font-ui text-ink md:grid md:grid-cols-[13.5rem_minmax(0,1fr)]"
    >
      <a
        href="#work"
        className="sr-only rounded-sm bg-ink px-4 py-2 text-paper focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10"
      >
        Skip to content
      </a>
      <header className="flex flex-wrap items-center border-b border-rule px-3 pt-1.5 pb-1 md:sticky md:top-0 md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:overflow-y-auto md:border-e md:border-b-0 md:p-3 md:pt-4">
        <div className="flex min-w-0 flex-1 items-center gap-x-1 px-1.5 md:mb-3 md:block md:flex-none md:px-3">
          <p className="truncate text-base font-bold">
            <bdi>{publicationName}</bdi>
          </p>
          <a
            href="/"
            className={`${buttonClass({ look: "quiet", small: true, flush: true })} whitespace-nowrap max-md:ms-0 max-md:px-1.5`}
          >
            View site
          </a>
        </div>
        <div className="order-last w-full md:order-none">
          <DeskNav groups={nav} />
        </div>
        <Person name={person.name} roles={person.roles} />
      </header>
      <main id="work" tabIndex={-1} className="min-w-0 px-4 pt-8 pb-5 outline-none md:px-8 md:pt-10 md:pb-7">
        <RenderedFor staffId={person.id}>{children}</RenderedFor>
      </main>
    </div>
  )
}

function Person({ name, roles }: Omit<Props["person"], "id">) {
  return (
    <div className="flex min-w-0 items-center gap-1 text-sm md:mt-auto md:block md:border-t md:border-rule md:px-3 md:pt-3">
      <p className="min-w-0 max-md:sr-only">
        <span className="block truncate font-semibold">
          <bdi>{name}</bdi>
        </span>
        <span className="block truncate text-xs text-ink-soft first-letter:uppercase">
          {roles.join(", ")}
        </span>
      </p>
      {/* A plain form: it works before scripts have loaded, and a link could be followed by a prefetch. */}
      <form method="post" action="/api/auth/leave" className="shrink-0 max-md:-me-1.5 md:mt-1">
        <Button look="quiet" small flush className="whitespace-nowrap max-md:ms-0 max-md:px-1.5">
          Sign out
        </Button>
      </form>
    </div>
  )
}
