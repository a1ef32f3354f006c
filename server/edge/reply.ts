import type { ServerResponse } from "node:http"
import { errorPolicy } from "./error-page.ts"
import type { ErrorPages } from "./error-pages.ts"
import { commonHeaders, keepNowhere } from "./headers.ts"
import { packed } from "./packed.ts"

type More = Record<string, string>

/** Answers that need no page of the app. */
export class Reply {
  readonly pages: ErrorPages
  readonly #headers: [string, string][]

  constructor(https: boolean, pages: ErrorPages) {
    this.pages = pages
    this.#headers = [keepNowhere, ...commonHeaders(https), ["Content-Security-Policy", errorPolicy]]
  }

  text(res: ServerResponse, status: number, text: string, more: More = {}): void {
    this.#begin(res)
    res.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...more }).end(`${text}\n`)
  }

  /** The page that says what a status means. */
  refuse(res: ServerResponse, status: number, more: More = {}): Promise<void> {
    return this.html(res, status, this.pages.of(status), more)
  }

  async html(res: ServerResponse, status: number, html: Buffer, more: More = {}): Promise<void> {
    const { body, headers } = await packed(res.req, "text/html", html)
    this.#begin(res)
    for (const [name, value] of headers) res.setHeader(name, value)
    res.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...more }).end(body)
  }

  #begin(res: ServerResponse): void {
    // Those of an answer that broke off, such as its length, are not this one's.
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    for (const [name, value] of this.#headers) res.setHeader(name, value)
  }
}
