import "server-only"
import { createReadStream, createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { S3Client } from "@aws-sdk/client-s3"
import { type Bucket, openBucket } from "@/lib/media/storage/bucket"
import { fileType } from "@/lib/media/storage/names"
import type { MediaStore, StoredFile } from "@/lib/media/storage/store"

/** A large file may be this long on its way, in milliseconds. */
const uploadTimeout = 120_000

/** Files in a bucket of an S3-compatible store, which gives a file its name when all of it is there. */
export class BucketStore implements MediaStore {
  readonly #bucket: Bucket
  readonly #cacheControl: string
  #opened: Promise<S3Client> | undefined

  /** @param isPublic whether readers get the files from the bucket itself, or a CDN in front of it */
  constructor(bucket: Bucket, { isPublic = false } = {}) {
    this.#bucket = bucket
    // Nothing tells a CDN of a picture that is taken down, so its copy has to end by itself.
    this.#cacheControl = isPublic ? "public, max-age=3600" : "public, max-age=31536000, immutable"
  }

  async write(name: string, file: string): Promise<void> {
    const [{ PutObjectCommand }, client] = await this.#open()
    const { size } = await fs.stat(file)
    const content = createReadStream(file)
    const type = fileType(name)
    const headers = type ? { ContentType: type, CacheControl: this.#cacheControl } : {}
    const object = { ...this.#object(name), Body: content, ContentLength: size, ...headers }
    try {
      await client.send(new PutObjectCommand(object), { requestTimeout: uploadTimeout })
    } finally {
      content.destroy()
    }
  }

  async copyTo(name: string, file: string): Promise<boolean> {
    const [{ GetObjectCommand, NoSuchKey }, client] = await this.#open()
    try {
      const { Body } = await client.send(new GetObjectCommand(this.#object(name)))
      await pipeline(Body as Readable, createWriteStream(file))
      return true
    } catch (error) {
      if (error instanceof NoSuchKey) return false
      throw error
    }
  }

  async removeAll(name: string): Promise<void> {
    const [{ DeleteObjectCommand }, client] = await this.#open()
    for await (const found of this.#list(name)) {
      // Not `DeleteObjects`, for which stores disagree about checksums.
      if (found.name === name || found.name.startsWith(`${name}/`))
        await client.send(new DeleteObjectCommand(this.#object(found.name)))
    }
  }

  async *list(): AsyncGenerator<StoredFile> {
    yield* this.#list("files/")
    yield* this.#list("originals/")
  }

  async *#list(prefix: string): AsyncGenerator<StoredFile> {
    const [{ ListObjectsV2Command }, client] = await this.#open()
    let next: string | undefined
    do {
      const asked = { Bucket: this.#bucket.name, Prefix: prefix, ContinuationToken: next }
      const page = await client.send(new ListObjectsV2Command(asked))
      for (const { Key: name = "", LastModified: changedAt = new Date() } of page.Contents ?? [])
        yield { name, changedAt }
      next = page.NextContinuationToken
    } while (next)
  }

  #object(name: string) {
    return { Bucket: this.#bucket.name, Key: name }
  }

  async #open() {
    this.#opened ??= openBucket(this.#bucket)
    return [await import("@aws-sdk/client-s3"), await this.#opened] as const
  }
}
