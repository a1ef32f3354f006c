import type { Metadata } from "next"

export const metadata: Metadata = { title: "Not found" }

/**
 * What staff see where a page of the desk finds nothing; readers, and addresses that no route knows, get
 * `global-not-found.tsx`. Next renders this along with every page, asked for or not, so it asks for nothing.
 */
export default function NotFound() {
  return (
    <main lang="en" dir="ltr" className="page max-w-measure py-16">
      <h1 className="text-title">There is no page at this address</h1>
      <p className="mt-4 text-lg text-ink-soft">
        It may have been deleted, or may not be yours to see. Go to the <a href="/desk">desk</a>.
      </p>
    </main>
  )
}
