import ipaddr from "ipaddr.js"

/** All that is given out as global unicast (RFC 4291, 2.4); outside of it IPv6 has addresses that stand for IPv4 ones. */
const globalUnicast = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number]

/** Given out as public, but answered from inside by the machines that a provider (Azure) rents out. */
const insideProvider = new Set(["168.63.129.16"])

/**
 * Whether an IP address is one of the internet: not of this machine, a local network, a translator such as NAT64 or 6to4,
 * a provider's inside, many receivers at once, or documentation.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== "unicast" || insideProvider.has(address.toString())) return false
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast)
}
