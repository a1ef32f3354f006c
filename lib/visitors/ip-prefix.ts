/**
 * The network that counts as one where something is held against its people: for IPv6 the /48 that one site is usually
 * given (RFC 6177), since who has it has 65,536 of the /64 that the edge tells apart. IPv4 stays as it is.
 * @param network as the edge writes it: four groups and `::/64`
 */
export function widerPrefix(network: string): string {
  const groups = /^([\da-f]{1,4}):([\da-f]{1,4}):([\da-f]{1,4}):[\da-f]{1,4}::\/64$/i.exec(network)
  return groups ? `${groups.slice(1).join(":")}::/48` : network
}
