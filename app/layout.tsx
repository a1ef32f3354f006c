import type { Metadata } from "next"
import type { ReactNode } from "react"
import { headlineFont } from "@/app/fonts/headline"
import { env } from "@/lib/env"
import { defaultAccent } from "@/lib/settings/accent"
import { getSettings } from "@/lib/settings/queries"
import { textDirection } from "@/lib/text/direction"
import "./globals.css"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  const { publicationName, description, tagline } = await getSettings()
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: publicationName, template: `%s · ${publicationName}` },
    description: description || tagline || undefined,
    icons: {
      icon: { url: "/icon.svg", type: "image/svg+xml" },
      apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
    },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, accent } = await getSettings()
  return (
    <html lang={language} dir={textDirection(language)} className={headlineFont}>
      {accent === defaultAccent ? null : <link rel="stylesheet" href="/accent.css" precedence="accent" />}
      <body>{children}</body>
    </html>
  )
}
