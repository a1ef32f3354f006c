import type { ReactNode } from "react"
import { getSettings } from "@/lib/settings/queries"
import "./globals.css"

export const dynamic = "force-dynamic"

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language } = await getSettings()
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  )
}
