import type { ServerResponse } from "node:http"
import { errorPolicy } from "./error-page.ts"
import type { ErrorPages } from "./error-pages.ts"
import { textOf } from "./error-text.ts"
import { commonHeaders, keepNowhere } from "./headers.ts"

/** Answers that need no page of the app. */
export class Reply {
  readonly pages: ErrorPages
  readonly #headers: [string, string][]

  constructor(https: boolean, pages: ErrorPages) {
    this.pages = pages
    this.#headers = [keepNowhere, ...commonHeaders(https), ["Content-Security-Policy", errorPolicy]]
  }

  text(res: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
    this.#send(res, status, `${text}\n`, { "Content-Type": type })
  }

  /** The page that says what a status means. */
  refuse(res: ServerResponse, status: number, more: Record<string, string> = {}): void {
    this.html(res, status, this.pages.show(textOf(status)), more)
  }

  html(res: ServerResponse, status: number, html: string, more: Record<string, string> = {}): void {
    this.#send(res, status, html, { "Content-Type": "text/html; charset=utf-8", ...more })
  }

  #send(res: ServerResponse, status: number, body: string, headers: Record<string, string>): void {
    for (const [name, value] of this.#headers) res.setHeader(name, value)
    res.writeHead(status, headers).end(body)
  }
}
