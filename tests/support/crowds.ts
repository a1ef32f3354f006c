import http from "node:http"
import net from "node:net"
import { setTimeout as pause } from "node:timers/promises"

/** Where requests come from: by a proxy's word, or from a loopback address of their own. */
export type Origin = { forwardedFor: string } | { localAddress: string }

export type Crowd = {
  /** Resolves once all of it is there. */
  begun: Promise<unknown>
  /** How many answers had which status; 0 is a connection that was closed instead. */
  statuses: Map<number, number>
  stop(): Promise<void>
}

const size = 160

/** Connections that each ask for one page after the other, pages that nobody asked for before. */
export function greedyCrowd(url: string, slug: string, origin: Origin): Crowd {
  let asked = 0
  const paths = [
    (n: number) => `/posts/${slug}?x=${n}`,
    (n: number) => `/posts/none-${n}`,
    (n: number) => `/?before=${1_700_000_000_000_000 + n}-1`,
    (n: number) => `/comments/no-token-${n}`,
    (n: number) => `/made-up/${n}`,
    (n: number) => `/posts/${slug}/reply/${n + 1}`,
  ]
  const agent = new http.Agent({ keepAlive: true, maxSockets: size })
  return crowd(async (count, over, begin) => {
    while (!over()) {
      const n = ++asked
      const path = paths[n % paths.length]?.(n) ?? "/"
      const status = await get(url + path, agent, origin)
      count(status)
      begin()
      // What a client does that was refused and will not take no for an answer.
      if (status === 0 || status === 429 || status === 503) await pause(20)
    }
  }, agent)
}

/** Forms of a comment's length that are begun and never ended; one that is closed is begun again. */
export function slowBodyCrowd(url: string, slug: string, origin: Origin): Crowd {
  const body = Buffer.alloc(290_000, "a")
  return crowd(async (count, over, begin) => {
    while (!over()) {
      const socket = open(url, origin)
      socket.write(`POST /posts/${slug} HTTP/1.1\r\n${headers(url, origin)}Content-Length: 299000\r\n\r\n`)
      socket.write(body)
      socket.once("close", begin)
      socket.once("connect", begin)
      count(await ended(socket, over))
      await pause(20)
    }
  })
}

/** Clients that ask for a page again and again and read nothing. */
export function slowReaderCrowd(url: string, slug: string, origin: Origin): Crowd {
  return crowd(async (count, over, begin) => {
    while (!over()) {
      const socket = open(url, origin)
      socket.pause()
      const request = `GET /posts/${slug} HTTP/1.1\r\n${headers(url, origin)}\r\n`
      socket.write(request.repeat(16))
      socket.once("close", begin)
      socket.once("connect", begin)
      count(await ended(socket, over))
      await pause(20)
    }
  })
}

type Member = (count: (status: number) => void, over: () => boolean, begin: () => void) => Promise<void>

function crowd(member: Member, agent?: http.Agent): Crowd {
  const statuses = new Map<number, number>()
  let stopped = false
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const begun: Promise<void>[] = []
  const members = Array.from({ length: size }, () => {
    let begin = () => {}
    begun.push(
      new Promise<void>((resolve) => {
        begin = resolve
      }),
    )
    return member(count, () => stopped, begin)
  })
  return {
    begun: Promise.all(begun),
    statuses,
    async stop() {
      stopped = true
      await Promise.all(members)
      agent?.destroy()
    },
  }
}

function get(url: string, agent: http.Agent, origin: Origin): Promise<number> {
  const { from, more } = as(origin)
  return new Promise((resolve) => {
    const request = http.get(url, { agent, localAddress: from, headers: more }, (response) => {
      response.on("error", () => resolve(0))
      response.on("end", () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    request.on("error", () => resolve(0))
  })
}

function open(url: string, origin: Origin): net.Socket {
  const socket = net.connect({
    port: Number(new URL(url).port),
    host: "127.0.0.1",
    localAddress: as(origin).from,
  })
  socket.on("error", () => {})
  return socket
}

/** The status that a connection is ended with, 0 for none; when all is over it is ended here. */
async function ended(socket: net.Socket, over: () => boolean): Promise<number> {
  let status = 0
  socket.once("data", (data) => {
    status = Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1] ?? 0)
    socket.destroy()
  })
  while (!socket.closed && !over()) await pause(20)
  socket.destroy()
  return status
}

function as(origin: Origin) {
  return "localAddress" in origin
    ? { from: origin.localAddress, more: {} }
    : { from: undefined, more: { "x-forwarded-for": origin.forwardedFor } }
}

function headers(url: string, origin: Origin): string {
  const lines = {
    host: new URL(url).host,
    "content-type": "multipart/form-data; boundary=x",
    ...as(origin).more,
  }
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")
}
