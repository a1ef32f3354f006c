import type { IncomingMessage, ServerResponse } from "node:http"
import type { RequestTarget } from "../request-target.ts"
import type { ActionTable } from "./action-table.ts"
import { readBody } from "./body.ts"
import { answerDesk, type Desk } from "./desk.ts"
import { faultSentence, textOfFault } from "./error-text.ts"
import { type Fault, judgeForm } from "./posted-action.ts"
import { readPostedText, typedTextNotice } from "./posted-text.ts"
import { takeUntilOver } from "./quota.ts"
import type { Asked, Reader } from "./reader.ts"
import { answerForm } from "./reader-form.ts"
import type { Reply } from "./reply.ts"
import { boundedBody, dropRest, TooLarge } from "./upload.ts"
import { whenOver } from "./when-over.ts"

type Post = {
  actions?: ActionTable
  dev: boolean
  reply: Reply
  reader: Reader
  desk: Desk
  passes(target: RequestTarget): boolean
}

/** In development a form may be posted to pages that were made since the start. */
const largestInDevelopment = 1024 * 1024

/**
 * Forms that may come from anywhere: the token in the address is the whole proof, no cookie is handed on,
 * and they are sent by mail programs and from a webmail's sandbox (`Origin: null`, RFC 8058).
 */
const proofInAddress =
  /^\/(newsletter\/(confirm|preferences|unsubscribe)|comments\/(prove|stop|mine))\/[^/]+$/

/** Route handlers, which read small forms in any encoding by themselves. */
const routeHandler = /^\/api\/|\/\[token\]\/answer$/

/** Bounds what was posted, judges it, and hands it to those who answer it. */
export async function takePost(
  post: Post,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
): Promise<void> {
  const { reply, reader, desk } = post
  const { target, route, client } = asked
  if (asked.visitor.foreign) {
    if (!proofInAddress.test(target.pathname)) return reply.refuse(res, 403)
    req.headers.cookie = undefined
    // Without an origin the route handler sets no cookie for a form that another site sent.
    req.headers.origin = undefined
  }
  if (route?.upload) return takeUpload(post, req, res, asked, route.upload)
  const limit = post.dev ? largestInDevelopment : route?.form
  if (!limit) {
    const allow = route && { Allow: "GET, HEAD" }
    return reply.refuse(res, route ? 405 : 404, { ...allow, Connection: "close" })
  }
  const body = await readBody(req, { limit, buffered: desk.limits.buffered, client })
  if (!body) return reply.refuse(res, 413, { Connection: "close" })
  const byScript = post.passes(target)
  try {
    const posted = await judgeForm(post.actions, req.headers, {
      page: route?.pattern,
      byScript,
      toHandler: proofInAddress.test(target.pathname) || routeHandler.test(route?.pattern ?? ""),
      body: body.bytes,
    })
    if ("fault" in posted) await refuseForm(reply, req, res, posted.fault, body.bytes)
    else if (byScript) await answerDesk(desk, req, res, asked, posted.body)
    else await answerForm(reader, req, res, asked, posted.body)
  } finally {
    body.release()
  }
}

/** What is too large is refused before it is read where its sender says so, and else at the first byte beyond the limit. */
async function takeUpload(
  { reply, desk }: Post,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
  limit: number,
): Promise<void> {
  const refuse = () => reply.refuse(res, 413, { Connection: "close" })
  if (Number(req.headers["content-length"] ?? 0) > limit) return refuse()
  if (!asked.route?.wordsOnly) takeUntilOver(desk.limits.uploads, asked.client, res)
  const share = desk.limits.uploaded.begin()
  whenOver(res, share.end)
  try {
    const body = boundedBody(req, { limit, share })
    dropRest(req, res, body, limit)
    await answerDesk(desk, req, res, asked, body)
  } catch (error) {
    if (!(error instanceof TooLarge) || res.headersSent) throw error
    await refuse()
  }
}

/** Scripts at the desk show the words of a plain answer. */
async function refuseForm(
  reply: Reply,
  req: IncomingMessage,
  res: ServerResponse,
  fault: Fault,
  body: Buffer,
): Promise<void> {
  if (req.headers["next-action"] !== undefined) return reply.text(res, 400, faultSentence(fault))
  const typed = await readPostedText(req.headers["content-type"] ?? "", body)
  await reply.html(res, 400, reply.pages.show({ ...textOfFault(fault), more: typedTextNotice(typed) }))
}
