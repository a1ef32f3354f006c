import { mkdtemp, rm } from "node:fs/promises"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import S3rver from "@20minutes/s3rver"
import type { Bucket } from "../../lib/media/storage/bucket.ts"

/** A bucket of a real S3-compatible server, which knows one key. */
export async function startBucketServer(): Promise<{ bucket: Bucket; stop(): Promise<void> }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "masthead-bucket-"))
  const configureBuckets = [{ name: "pictures" }]
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets,
    // Of a bucket's own address it signs another spelling than AWS does.
    allowMismatchedSignatures: true,
  })
  const { port } = await server.run()
  return {
    bucket: bucketAt(port),
    async stop() {
      server.httpServer.closeAllConnections()
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function bucketAt(port: number): Bucket {
  const key = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" }
  return { endpoint: `http://127.0.0.1:${port}`, name: "pictures", region: "us-east-1", ...key }
}

/** The environment of an app with this bucket. */
export function bucketEnvironment({ endpoint, name, region, accessKeyId, secretAccessKey }: Bucket) {
  return {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: name,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
}

/** A store that takes requests and says nothing until told to, or for ever. */
export async function startSilentServer() {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return {
    bucket: bucketAt(typeof address === "object" && address ? address.port : 0),
    sockets,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
