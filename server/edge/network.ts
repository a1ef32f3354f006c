import { isIP } from "node:net"

/**
 * The network a request comes from: the address of the connection, or the one that the outermost of
 * exactly `hops` trusted proxies saw. What a visitor writes into the header himself stands further left
 * and is never looked at. IPv6 is cut to its /64, which is one household; IPv4 within IPv6 is IPv4.
 */
export function ipPrefixOf(
  forwardedFor: string | string[] | undefined,
  remote: string | undefined,
  hops: number,
): string {
  const seen = [...String(forwardedFor ?? "").split(","), remote ?? ""]
    .map((entry) => entry.trim())
    .filter(Boolean)
  // A proxy that wrote nothing, or nonsense, leaves us with the nearest address that is one.
  for (let at = Math.max(0, seen.length - 1 - hops); at < seen.length; at++) {
    const network = normalise(seen[at] ?? "")
    if (network) return network
  }
  return "unknown"
}

function normalise(entry: string): string | null {
  const bare = /^\[(.*)\](:\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
  const address = bare.split("%")[0] ?? ""
  if (isIP(address) === 4) return address
  if (isIP(address) !== 6) return null
  const groups = expand(address)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 255]).join(".")
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`
}

/** The eight groups of a valid IPv6 address (RFC 4291 2.2). */
function expand(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map((n) => n.toString(16)).join(":"),
  )
  const [head = "", tail] = plain.split("::")
  const left = head.split(":").filter(Boolean)
  const right = tail?.split(":").filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array(8 - left.length - right.length).fill("0")
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16))
}
