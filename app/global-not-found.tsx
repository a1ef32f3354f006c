import type { Metadata } from "next"
import { NotFoundMessage } from "@/components/site/not-found-message"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import SiteLayout from "./(site)/layout"
import RootLayout from "./layout"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  const { publicationName } = await getSettings()
  return { title: `Not found · ${publicationName}`, icons: "/icon.svg" }
}

/**
 * What an address without a page answers, whether no route knows it or a page found nothing there: the front door
 * asks for it in both cases. Unlike a `not-found.tsx`, which Next renders along with every page, it costs nothing else.
 */
export default async function GlobalNotFound() {
  const [{ posts }, { language }] = await Promise.all([listPosts({}, 4), getSettings()])
  return (
    <RootLayout>
      <SiteLayout>
        <NotFoundMessage posts={posts} language={language} />
      </SiteLayout>
    </RootLayout>
  )
}
