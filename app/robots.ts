import type { MetadataRoute } from "next"
import { env } from "@/lib/env"

export const dynamic = "force-dynamic"

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: [
        "/desk",
        "/sign-in",
        "/setup",
        "/api/",
        "/comments/",
        "/newsletter/confirm/",
        "/newsletter/preferences/",
        "/newsletter/unsubscribe/",
        "/posts/*/reply/",
      ],
      allow: "/comments/feed.xml",
    },
    sitemap: `${env().SITE_URL}/sitemap.xml`,
  }
}
