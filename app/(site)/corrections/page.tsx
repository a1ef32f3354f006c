import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CorrectionList } from "@/components/corrections/correction-list"
import { listCorrections } from "@/lib/corrections/queries"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { getSettings } from "@/lib/settings/queries"
import { listMetadata } from "../list-metadata"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { before } = await searchParams
  const settings = await getSettings()
  const path = listAddress("/corrections", before)
  const description = `What ${settings.publicationName} got wrong, and what is right.`
  return listMetadata({ title: "Corrections", description, path }, settings)
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const before = readCursor((await searchParams).before)
  if (before === null) notFound()
  const [settings, { corrections, next }] = await Promise.all([getSettings(), listCorrections(before)])
  return (
    <>
      <link
        rel="alternate"
        type="application/rss+xml"
        title={`Corrections · ${settings.publicationName}`}
        href="/corrections/feed.xml"
      />
      <h1 className="page-title">Corrections</h1>
      <p className="standfirst">
        When we get something wrong we change the story, say so on it, and list it here. To tell us of a
        mistake, follow “Something wrong here?” below the story.
      </p>
      <CorrectionList corrections={corrections} next={next} locale={settings} />
    </>
  )
}
