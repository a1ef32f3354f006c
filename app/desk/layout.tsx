import type { Metadata } from "next"
import type { ReactNode } from "react"
import { ConfirmByPasskey } from "@/components/credentials/confirm-by-passkey"
import { DeskShell } from "@/components/desk/desk-shell"
import { TimeZone } from "@/components/desk/time-zone"
import { UndecidedCount } from "@/components/desk/undecided-count"
import { may, type Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { countUndecidedComments } from "@/lib/desk/queries"
import { countLimit } from "@/lib/moderation/queue/counts"
import { getSettings } from "@/lib/settings/queries"
import { confirmByPasskeyAction } from "./actions"
import "./desk.css"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  const { publicationName } = await getSettings()
  return {
    title: { template: `%s – ${publicationName} desk`, default: `${publicationName} desk` },
    robots: { index: false, follow: false },
  }
}

/** Asking for staff here is a courtesy: a layout does not run again on navigation, so each page asks too. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff()
  const [{ publicationName, timeZone }, undecided] = await Promise.all([
    getSettings(),
    countUndecidedComments(staff),
  ])
  return (
    <TimeZone name={timeZone}>
      <UndecidedCount rendered={{ undecided }}>
        <DeskShell publicationName={publicationName} person={staff} nav={roomsOf(staff)}>
          <ConfirmByPasskey action={staff.hasPasskey ? confirmByPasskeyAction : null}>
            {children}
          </ConfirmByPasskey>
        </DeskShell>
      </UndecidedCount>
    </TimeZone>
  )
}

/** What this person's roles open: the day, what readers read, what they say, how the publication is run, their own account. */
function roomsOf(staff: Staff) {
  return [
    [{ href: "/desk", label: "Today" }],
    [
      ...(may(staff, "posts.write-own") ? [{ href: "/desk/posts", label: "Stories" }] : []),
      ...(may(staff, "posts.publish") ? [{ href: "/desk/corrections", label: "Corrections" }] : []),
      ...(may(staff, "front-page.manage") ? [{ href: "/desk/front-page", label: "Front page" }] : []),
      ...(may(staff, "tags.manage") ? [{ href: "/desk/tags", label: "Tags" }] : []),
      ...(may(staff, "profiles.manage") ? [{ href: "/desk/authors", label: "Authors" }] : []),
      ...(may(staff, "pages.edit") ? [{ href: "/desk/pages", label: "Pages" }] : []),
      ...(may(staff, "media.upload") ? [{ href: "/desk/media", label: "Media" }] : []),
    ],
    may(staff, "comments.moderate")
      ? [{ href: "/desk/comments", label: "Comments", countsUpTo: countLimit }]
      : [],
    [
      ...(may(staff, "staff.manage") ? [{ href: "/desk/staff", label: "Staff" }] : []),
      ...(may(staff, "comments.moderate") ? [{ href: "/desk/settings", label: "Settings" }] : []),
      ...(may(staff, "log.read") ? [{ href: "/desk/log", label: "Log" }] : []),
    ],
    [{ href: "/desk/me", label: "Account" }],
  ].filter((group) => group.length > 0)
}
