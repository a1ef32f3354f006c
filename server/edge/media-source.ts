import fs from "node:fs"
import path from "node:path"
import send from "send"
import type { Bucket } from "../../lib/media/storage/bucket.ts"
import { bucketSource } from "./bucket-source.ts"
import { keepAnHour, keepNowhere } from "./headers.ts"
import type { MediaSource } from "./media-files.ts"

/** Where the files of pictures lie: in a folder, or in a bucket, from which the public may get them by another address. */
export type MediaPlace = { folder: string; bucket: Bucket | null; publicUrl?: string }

export function mediaSource({ folder, bucket, publicUrl }: MediaPlace): MediaSource {
  if (publicUrl) return redirectSource(publicUrl)
  return bucket ? bucketSource(bucket) : folderSource(folder)
}

export function folderSource(folder: string): MediaSource {
  return async ({ name, headers }, req, res) => {
    const stats = await fs.promises.stat(path.join(folder, name)).catch(() => null)
    if (!stats?.isFile()) return false
    for (const [header, value] of headers) res.setHeader(header, value)
    send(req, name, { root: folder, cacheControl: false, dotfiles: "deny", index: false })
      .on("error", ({ status = 500 }: { status?: number }) => {
        if (res.headersSent) return res.destroy()
        res.removeHeader("Content-Type")
        res.setHeader(...keepNowhere)
        res.writeHead(status).end()
      })
      .pipe(res)
    return true
  }
}

/** Pages name the public address themselves; this is for what was sent out before there was one. */
function redirectSource(publicUrl: string): MediaSource {
  return async ({ name, headers }, _, res) => {
    for (const [header, value] of headers) if (header !== "Content-Type") res.setHeader(header, value)
    res.setHeader(...keepAnHour)
    res.removeHeader("ETag")
    res.writeHead(302, { Location: `${publicUrl}/${name}` }).end()
    return true
  }
}
