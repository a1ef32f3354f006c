import http from "node:http"

export type RawAnswer = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** A GET whose path goes out letter by letter; browsers and `fetch` would tidy `//` and `..` away. */
export function rawGet(base: string, path: string, headers: Record<string, string>): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(base)
  return new Promise((resolve, reject) => {
    const request = http.get(
      { hostname, port, path, headers: { host, ...headers }, agent: false },
      (answer) => {
        let text = ""
        answer.setEncoding("utf8")
        answer.on("data", (chunk) => {
          text += chunk
        })
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      },
    )
    request.on("error", reject)
  })
}
