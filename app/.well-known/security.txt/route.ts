import { env } from "@/lib/env"
import { securityTxt } from "@/lib/ops/security-txt"
import { getSettings } from "@/lib/settings/queries"

export const dynamic = "force-dynamic"

export async function GET(): Promise<Response> {
  const { language, contactEmail } = await getSettings()
  const { SITE_URL, MAIL_FROM, SECURITY_CONTACT } = env()
  const contact = SECURITY_CONTACT ?? (contactEmail || MAIL_FROM.address)
  const text = securityTxt({ siteUrl: SITE_URL, contact, language })
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } })
}
