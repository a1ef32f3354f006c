import { getIconSvg } from "@/lib/icons/queries"

export const dynamic = "force-dynamic"

export async function GET(): Promise<Response> {
  return new Response(await getIconSvg(), { headers: { "content-type": "image/svg+xml" } })
}
