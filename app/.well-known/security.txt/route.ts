import { env } from "@/lib/env"
import { securityTxt } from "@/lib/ops/security-txt"
import { getSettings } from "@/lib/settings/queries"

export const dynamic = "force-dynamic"

export async function GET(): Promise<Response> {
  const { language } = await getSettings()
  const { SITE_URL, MAIL_FROM, SECURITY_CONTACT } = env()
  const text = securityTxt({ siteUrl: SITE_URL, contact: SECURITY_CONTACT ?? MAIL_FROM.address, language })
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } })
}
