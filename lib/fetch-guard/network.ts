import dns from "node:dns/promises"
import net from "node:net"

export type IpAddress = { address: string; family: number }

/** How a fetch reaches the world. Only tests have another one. */
export type Network = {
  resolve(hostname: string): Promise<IpAddress[]>
  /** Connects to one of these addresses and to no other. */
  connect(addresses: readonly IpAddress[], port: number): net.Socket
}

export const internet: Network = {
  resolve: resolveApart,
  connect: (addresses, port) =>
    net.connect({
      host: "checked.invalid",
      port,
      // Tries one after the other where the first does not answer.
      autoSelectFamily: true,
      lookup: (_, __, found) => found(null, [...addresses]),
    }),
}

/**
 * By a resolver of its own: `dns.lookup` waits in the thread pool, and a name server that does not answer would hold up
 * the look-ups of the database, the mail server and the bucket.
 */
async function resolveApart(hostname: string): Promise<IpAddress[]> {
  const resolver = new dns.Resolver({ timeout: 3000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  return found.flatMap((answer, at) =>
    answer.status === "fulfilled"
      ? answer.value.map((address) => ({ address, family: at === 0 ? 4 : 6 }))
      : [],
  )
}
