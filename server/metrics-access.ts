import { timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { networkOf } from "./network.ts"

/** What proxies add. One that adds nothing at all still passes on the name of the site. */
const ofProxies = [
  "forwarded",
  "via",
  "x-real-ip",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
]

type Asked = { headers: IncomingHttpHeaders; remote: string | undefined }

/**
 * Whether somebody may read the metrics: whoever has the token, and programs on this very machine. Behind a proxy on
 * this machine every visitor's connection is from it too, so a request that came through one counts by what the trusted
 * proxies say.
 */
export function mayReadMetrics(
  { headers, remote }: Asked,
  { token, trustedProxies }: { token?: string; trustedProxies: number },
): boolean {
  if (token && isBearer(headers.authorization, token)) return true
  if (!isLoopback(networkOf(undefined, remote, 0))) return false
  if (!ofProxies.some((name) => headers[name] !== undefined)) return isLocalName(headers.host)
  return trustedProxies > 0 && isLoopback(networkOf(headers["x-forwarded-for"], remote, trustedProxies))
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(/^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? "")
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The whole of 127.0.0.0/8, and `::1`, of whose network it is the only address in use. */
function isLoopback(network: string): boolean {
  return network.startsWith("127.") || network === networkOf(undefined, "::1", 0)
}

function isLocalName(host = ""): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}
