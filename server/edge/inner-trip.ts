import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"

const key = randomBytes(32)

/**
 * Marks a request to Next with the network it comes from. After an action that leads on to another page, Next asks for
 * that page itself, over HTTP and with these headers: without the mark it would come in as a visitor from 127.0.0.1.
 */
export function signIpPrefix(network: string): Record<string, string> {
  return { "x-client-network": network, "x-client-mark": sign(network).toString("base64url") }
}

/** The network for which Next asks, or null for a request that is not Next's own. */
export function readSignedIpPrefix(headers: IncomingHttpHeaders): string | null {
  const { "x-client-network": network, "x-client-mark": mark } = headers
  if (typeof network !== "string" || typeof mark !== "string") return null
  const given = Buffer.from(mark, "base64url")
  const wanted = sign(network)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? network : null
}

function sign(network: string): Buffer {
  return createHmac("sha256", key).update(network).digest()
}
