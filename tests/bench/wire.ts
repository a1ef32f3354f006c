import http from "node:http"

export type Raw = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** A response as it came over the wire, nothing decompressed. */
export function fetchRaw(url: string, headers: Record<string, string> = {}): Promise<Raw> {
  return send(url, { headers })
}

/** One HTTP request without any help: no redirect is followed and nothing is decoded. */
export function send(
  url: string,
  { body, ...options }: http.RequestOptions & { body?: Buffer },
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, options, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("error", reject)
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    request.on("error", reject)
    request.end(body)
  })
}
