import { getTouchIcon } from "@/lib/icons/queries"

export const dynamic = "force-dynamic"

export async function GET(): Promise<Response> {
  return new Response(new Uint8Array(await getTouchIcon()), { headers: { "content-type": "image/png" } })
}
