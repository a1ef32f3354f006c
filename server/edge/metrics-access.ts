import { timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { ipPrefixOf } from "./network.ts"

/** What proxies add. */
const ofProxies = [
  "forwarded",
  "via",
  "x-real-ip",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
]

type Asked = { headers: IncomingHttpHeaders; remote: string | undefined }

type Rules = { token?: string; trustedProxies: number; publicSite: boolean }

/**
 * Whether somebody may read the metrics: with the token, or as a program on the machine of a site that is no public one.
 * A public site has a proxy before it as a rule, which may well add no header and name this machine as the host: then
 * every visitor's request looks like one of this machine. Other proxied requests count by what the trusted proxies say.
 */
export function mayReadMetrics(
  { headers, remote }: Asked,
  { token, trustedProxies, publicSite }: Rules,
): boolean {
  if (token && isBearer(headers.authorization, token)) return true
  if (publicSite || !isLoopback(ipPrefixOf(undefined, remote, 0))) return false
  if (!ofProxies.some((name) => headers[name] !== undefined)) return isLocalName(headers.host)
  return trustedProxies > 0 && isLoopback(ipPrefixOf(headers["x-forwarded-for"], remote, trustedProxies))
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(/^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? "")
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** The whole of 127.0.0.0/8, and `::1`, of whose network it is the only address in use. */
function isLoopback(network: string): boolean {
  return network.startsWith("127.") || network === ipPrefixOf(undefined, "::1", 0)
}

/** Whether a host, with or without a port, is a name of this machine. */
export function isLocalName(host = ""): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}
