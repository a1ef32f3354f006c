import "server-only"
import { headers } from "next/headers"

/**
 * The network address a request came from, as `server/` saw it. The edge overwrites this header on
 * every request, so a visitor cannot choose it (ASVS 4.1.3); IPv6 is already cut to its /64.
 */
export async function clientIpPrefix(): Promise<string> {
  return (await headers()).get("x-client-network") ?? "unknown"
}
