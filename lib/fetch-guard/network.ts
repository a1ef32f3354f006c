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
  resolve: (hostname) => dns.lookup(hostname, { all: true }),
  connect: (addresses, port) =>
    net.connect({
      host: "checked.invalid",
      port,
      // Tries one after the other where the first does not answer.
      autoSelectFamily: true,
      lookup: (_, __, found) => found(null, [...addresses]),
    }),
}
