import { getFavicon } from "@/lib/icons/queries"

export const dynamic = "force-dynamic"

export async function GET(): Promise<Response> {
  return new Response(new Uint8Array(await getFavicon()), { headers: { "content-type": "image/x-icon" } })
}
