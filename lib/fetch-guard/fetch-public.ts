import http from "node:http"
import net from "node:net"
import tls from "node:tls"
import { internet, type Network } from "@/lib/fetch-guard/network"
import { isPublicAddress } from "@/lib/fetch-guard/public-address"

export type FetchProblem =
  | "not-public"
  | "not-there"
  | "wrong-type"
  | "too-large"
  | "too-slow"
  | "too-many-redirects"
  | "unreachable"

type FetchOptions<T> = {
  /** As `Accept` names what is wanted, and what the answer's content type must match. */
  accept: string
  types: RegExp
  /** In bytes. */
  largest: number
  /** For all of it: names, redirects and the last byte. */
  milliseconds: number
  /** Reads the answer while it arrives; the connection ends with it. */
  read(body: AsyncIterable<Buffer>): Promise<T>
}

export type Fetched<T> = { ok: true; value: T } | { ok: false; problem: FetchProblem }

const mostRedirects = 3

/**
 * Fetches what somebody named an address of, from the public internet alone (SSRF guard): the host's name is resolved
 * once for each connection, and the addresses that were checked are the ones that are connected to. Sends no cookie and no
 * credentials, and follows redirects under the same rules.
 */
export async function fetchPublic<T>(
  address: string,
  options: FetchOptions<T>,
  network: Network = internet,
): Promise<Fetched<T>> {
  const signal = AbortSignal.timeout(options.milliseconds)
  try {
    const response = await follow(address, { accept: options.accept, signal, network })
    try {
      checkHead(response, options)
      return { ok: true, value: await options.read(bounded(response, options.largest, signal)) }
    } finally {
      response.destroy()
    }
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error
    return { ok: false, problem: error.problem }
  }
}

class NotFetched extends Error {
  constructor(readonly problem: FetchProblem) {
    super(problem)
  }
}

type RequestOptions = { accept: string; signal: AbortSignal; network: Network }

async function follow(address: string, options: RequestOptions): Promise<http.IncomingMessage> {
  let url = publicUrl(address)
  for (let redirects = 0; ; redirects++) {
    const response = await request(url, options)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    const leadsOn = [301, 302, 303, 307, 308].includes(statusCode) && headers.location
    if (!leadsOn) throw new NotFetched("not-there")
    if (redirects === mostRedirects) throw new NotFetched("too-many-redirects")
    url = publicUrl(leadsOn, url)
  }
}

/** Other ports are where a machine's own services listen. */
function publicUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new NotFetched("not-there")
  const url = new URL(address, base)
  const plain = ["http:", "https:"].includes(url.protocol) && url.port === ""
  if (!plain || url.username || url.password) throw new NotFetched("not-public")
  return url
}

async function request(url: URL, { accept, signal, network }: RequestOptions): Promise<http.IncomingMessage> {
  const hostname = url.hostname.replace(/^\[|\]$/g, "")
  const secure = url.protocol === "https:"
  const addresses = await publicAddresses(hostname, signal, network)
  const socket = network.connect(addresses, secure ? 443 : 80)
  const servername = net.isIP(hostname) ? undefined : hostname
  const connection = secure ? tls.connect({ socket, host: hostname, servername }) : socket
  return new Promise((resolve, reject) => {
    const fail = () => {
      socket.destroy()
      reject(new NotFetched(signal.aborted ? "too-slow" : "unreachable"))
    }
    socket.on("error", fail)
    // Given a connection, this knows nothing of TLS, of proxies in the environment or of connections that were kept.
    http
      .get({
        createConnection: () => connection,
        host: hostname,
        path: url.pathname + url.search,
        headers: { host: url.host, accept, "accept-encoding": "identity", "user-agent": "Masthead" },
        signal,
      })
      .on("response", resolve)
      .on("error", fail)
      // The only event where a site answers by switching protocols.
      .on("close", fail)
  })
}

async function publicAddresses(hostname: string, signal: AbortSignal, network: Network) {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new NotFetched("too-slow")), { once: true })
  })
  late.catch(() => {})
  const family = net.isIP(hostname)
  const found = family
    ? [{ address: hostname, family }]
    : await Promise.race([network.resolve(hostname).catch(() => []), late])
  if (found.length === 0) throw new NotFetched("unreachable")
  const addresses = found.filter(({ address }) => isPublicAddress(address))
  if (addresses.length === 0) throw new NotFetched("not-public")
  return addresses
}

function checkHead({ headers }: http.IncomingMessage, { types, largest }: FetchOptions<unknown>): void {
  const encoding = headers["content-encoding"] ?? "identity"
  if (!types.test(headers["content-type"] ?? "") || encoding !== "identity")
    throw new NotFetched("wrong-type")
  if (Number(headers["content-length"] ?? 0) > largest) throw new NotFetched("too-large")
}

async function* bounded(response: http.IncomingMessage, largest: number, signal: AbortSignal) {
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > largest) throw new NotFetched("too-large")
      yield chunk
    }
  } catch (error) {
    if (error instanceof NotFetched) throw error
    throw new NotFetched(signal.aborted ? "too-slow" : "unreachable")
  }
}
