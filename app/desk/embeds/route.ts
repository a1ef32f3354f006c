import { redirect } from "next/navigation"
import { requireSender, requireStaff } from "@/lib/auth/viewer"
import { describeEmbed } from "@/lib/embeds/describe-embed"
import { parseEmbedAddress } from "@/lib/embeds/input"
import { readSmallForm } from "@/lib/small-form"

export const dynamic = "force-dynamic"

/**
 * Asks a site what a player is called that somebody puts into a text. No server action: those of a page wait for each
 * other, and a story would not be saved meanwhile.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readSmallForm(request)
  const staff = await requireSender(form, "posts.write-own")
  const address = parseEmbedAddress(form)
  if (!staff || !address.ok) return Response.json({ ok: false })
  return Response.json(await describeEmbed(staff, address.value))
}

/** Somebody who opens the address by itself finds the stories. */
export async function GET(): Promise<never> {
  await requireStaff("posts.write-own")
  redirect("/desk/posts")
}
