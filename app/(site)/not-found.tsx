import type { Metadata } from "next"
import { NotFoundMessage } from "@/components/site/not-found-message"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"

export const metadata: Metadata = { title: "Not found" }

export default async function NotFound() {
  const [{ posts }, { language }] = await Promise.all([listPosts({}, 4), getSettings()])
  return <NotFoundMessage posts={posts} language={language} />
}
