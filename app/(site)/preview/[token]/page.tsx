import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Story } from "@/components/posts/story"
import { previewOf } from "@/components/previews/preview-of"
import { SharedNote } from "@/components/previews/shared-note"
import { getSharedPreview } from "@/lib/posts/preview-links/queries"
import { getSettings } from "@/lib/settings/queries"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export const dynamic = "force-dynamic"

/** The same for every link, so that the title of a tab or of a log does not tell what the story is. */
export const metadata: Metadata = {
  title: "Preview",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
}

/** A story as readers will see it, for somebody outside who was given the link. */
export default async function SharedPreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, network, settings] = await Promise.all([params, clientIpPrefix(), getSettings()])
  const shared = await getSharedPreview(token, network)
  if (!shared) notFound()
  return (
    <>
      <SharedNote story={shared.story} link={shared.link} locale={settings} />
      <Story post={previewOf(shared.story)} locale={settings} />
    </>
  )
}
