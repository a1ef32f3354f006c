import type { Metadata } from "next"
import { headers } from "next/headers"
import { NotFoundMessage } from "@/components/site/not-found-message"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import SiteLayout from "./(site)/layout"
import { preloadHeadline } from "./fonts/preload-headline"
import RootLayout from "./layout"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  const { publicationName } = await getSettings()
  return { title: `Not found · ${publicationName}`, icons: "/icon.svg" }
}

/**
 * What an address without a page answers: Next asks for it where no route knows the address, and the edge where
 * a reader's page found nothing there. Unlike a `not-found.tsx`, which Next renders along with every page, it costs nothing else.
 */
export default async function GlobalNotFound() {
  preloadHeadline()
  const [{ posts }, settings, asked] = await Promise.all([listPosts({}, 4), getSettings(), headers()])
  const newsletter = asked.get("x-request-path")?.startsWith("/newsletter/") ?? false
  return (
    <RootLayout>
      <SiteLayout>
        <NotFoundMessage posts={posts} locale={settings} newsletter={newsletter} />
      </SiteLayout>
    </RootLayout>
  )
}
