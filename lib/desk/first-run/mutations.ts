import "server-only"
import { database } from "@/db/client"
import { siteKeys, writeSiteRow } from "@/db/site"
import { may, type Staff } from "@/lib/auth/staff"

/** Keeps that the site was looked at, or that the list of first steps is not wanted any more. */
export async function changeFirstRun(staff: Staff, change: "seenSite" | "hidden"): Promise<void> {
  if (may(staff, "settings.manage")) await writeSiteRow(database(), siteKeys.firstRun, { [change]: staff.id })
}
