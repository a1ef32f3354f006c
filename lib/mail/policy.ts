import { env } from "@/lib/env"

/** Whether mail reaches people; without a mail server it is written to a folder, which only whoever tries the app out reads. */
export function canReachPeople({ SMTP_URL, SITE_URL } = env()): boolean {
  return SMTP_URL !== undefined || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(SITE_URL).hostname)
}
