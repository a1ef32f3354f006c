import { NotFoundMessage } from "@/components/site/not-found-message"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"

export default async function NotFound() {
  const [{ posts }, { language }] = await Promise.all([listPosts({}, 4), getSettings()])
  return (
    <>
      <title>Not found</title>
      <NotFoundMessage posts={posts} language={language} />
    </>
  )
}
