import type { Metadata } from "next"
import SiteLayout from "./(site)/layout"
import NotFound from "./(site)/not-found"

export const metadata: Metadata = { title: "Not found" }

/** An address that no route knows: the same page, in the readers' frame. */
export default function UnknownAddress() {
  return (
    <SiteLayout>
      <NotFound />
    </SiteLayout>
  )
}
