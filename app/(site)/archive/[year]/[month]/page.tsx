import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { OlderPosts } from "@/components/posts/paging"
import { PostLines } from "@/components/posts/post-lines"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { monthPath, periodOf, readMonth } from "@/lib/posts/month"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import { formatMonth } from "@/lib/text/format-date"
import { unlessEnglish } from "@/lib/text/language"
import { listMetadata } from "../../../list-metadata"

type Props = {
  params: Promise<{ year: string; month: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export const dynamic = "force-dynamic"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ year, month: number }, { before }, settings] = await Promise.all([
    params,
    searchParams,
    getSettings(),
  ])
  const month = readMonth(year, number)
  if (!month) return {}
  const title = formatMonth(month, settings)
  return listMetadata({ title, path: listAddress(monthPath(month), before) }, settings)
}

export default async function MonthPage({ params, searchParams }: Props) {
  const [{ year, month: number }, query, settings] = await Promise.all([params, searchParams, getSettings()])
  const month = readMonth(year, number)
  const before = readCursor(query.before)
  if (!month || before === null) notFound()
  const { posts, next } = await listPosts({ period: periodOf(month, settings.timeZone), before })
  if (posts.length === 0) notFound()
  return (
    <>
      <h1 className="page-title" lang={unlessEnglish(settings.language)}>
        {formatMonth(month, settings)}
      </h1>
      <PostLines posts={posts} locale={settings} />
      <OlderPosts path={monthPath(month)} next={next} />
    </>
  )
}
