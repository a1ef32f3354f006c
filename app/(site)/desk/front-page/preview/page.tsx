import type { Metadata } from "next"
import { FrontPageStories } from "@/components/posts/front-page"
import { requireStaff } from "@/lib/auth/viewer"
import { hasFrontDraft } from "@/lib/front/queries"
import { getFrontPage } from "@/lib/posts/front-page"
import { getSettings } from "@/lib/settings/queries"
import { unlessEnglish } from "@/lib/text/language"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

/** The front page as readers would see its draft. It lies in `(site)` to have the readers' layout. */
export default async function FrontPreviewPage() {
  const staff = await requireStaff("front-page.manage")
  const [isDraft, settings] = await Promise.all([hasFrontDraft(staff), getSettings()])
  const front = await getFrontPage(isDraft ? "draft" : "live")
  return (
    <>
      <p className="border-s-4 border-accent bg-raised px-4 py-3 font-ui text-sm" role="note">
        Preview, for staff only.{" "}
        {isDraft
          ? "Readers do not see this front page yet."
          : "There is no draft: readers see this front page."}{" "}
        <a href="/desk/front-page">Back to the front page’s draft</a> <a href="/">View site</a>
      </p>
      <h1 className="sr-only" lang={unlessEnglish(settings.language)}>
        {settings.publicationName}
      </h1>
      <FrontPageStories front={front} locale={settings} />
    </>
  )
}
