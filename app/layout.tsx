import type { Metadata } from "next"
import { headers } from "next/headers"
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

/** The story in the frame of a preview: its links open in the whole window, since the pages they lead to let no page frame them. */
const framedPath = "/preview/document"

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, accent } = await getSettings()
  const path = (await headers()).get("x-request-path")
  return (
    <html lang={language} dir={textDirection(language)} className={headlineFont}>
      {path?.endsWith(framedPath) ? (
        <head>
          <base target="_top" />
        </head>
      ) : null}
      {accent === defaultAccent ? null : <link rel="stylesheet" href="/accent.css" precedence="accent" />}
      <body>{children}</body>
    </html>
  )
}
