import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Panel } from "@/components/desk/panel"
import { PreviewLinkList } from "@/components/previews/preview-link-list"
import { ShareForm } from "@/components/previews/share-form"
import { StoryLinks } from "@/components/revisions/story-links"
import { requireStaff } from "@/lib/auth/viewer"
import { getStory } from "@/lib/posts/desk-queries"
import { listPreviewLinks } from "@/lib/posts/preview-links/queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"
import { revokePreviewAction, sharePreviewAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Share a preview" }

/** Links by which people without an account read a story before its readers do. */
export default async function SharePage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("posts.write-own")
  const id = rowNumber.safeParse((await params).id)
  const story = id.success ? await getStory(staff, id.data) : null
  if (!story) notFound()
  const [links, settings] = await Promise.all([listPreviewLinks(staff, story), getSettings()])
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <header className="wrap-anywhere">
        <StoryLinks story={story} />
        <h1 className="font-headline text-3xl">Share a preview</h1>
        <p className="mt-1 text-sm text-ink-soft">
          Whoever has the link reads the newest words of this story without an account. Search engines are
          told to leave it out. It stops working when you revoke it, or when you may no longer see the story.
        </p>
      </header>
      <ShareForm action={sharePreviewAction} post={story.id} />
      <Panel title="Open links">
        <PreviewLinkList action={revokePreviewAction} post={story.id} links={links} locale={settings} />
      </Panel>
    </div>
  )
}
