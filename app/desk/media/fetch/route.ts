import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender, requireStaff } from "@/lib/auth/viewer"
import { importPicture } from "@/lib/media/import-picture"
import { parseRemoteAddress } from "@/lib/media/input"
import { notReceived, remoteUnclear } from "@/lib/media/messages"
import { getMedium } from "@/lib/media/queries"
import { readSmallForm } from "@/lib/small-form"

export const dynamic = "force-dynamic"

/**
 * Fetches a picture of another site into the library, once somebody has said so. No server action: those of a page wait
 * for each other, and a story would not be saved meanwhile.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readSmallForm(request)
  const staff = await requireSender(form, "media.upload")
  if (!staff) return Response.json({ ok: false, message: anotherPerson, retry: true })
  const address = parseRemoteAddress(form)
  if (!address.ok) return Response.json({ ok: false, message: remoteUnclear, retry: false })
  const imported = await importPicture(staff, address.value)
  if (!imported.ok) return Response.json(imported)
  const picture = await getMedium(staff, imported.id)
  // Deleted meanwhile.
  return Response.json(picture ? { ...imported, picture } : { ok: false, message: notReceived, retry: true })
}

/** Somebody who opens the address by itself finds the library. */
export async function GET(): Promise<never> {
  await requireStaff("media.upload")
  redirect("/desk/media")
}
