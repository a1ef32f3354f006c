import type { S3Client } from "@aws-sdk/client-s3"
import type { Env } from "@/lib/env"

/** A bucket of an S3-compatible store, and the key to it. */
export type Bucket = {
  endpoint: string
  name: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** The bucket that pictures go into; null where they go into a folder. */
export function bucketOf(env: Env): Bucket | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: name, S3_REGION: region } = env
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!endpoint || !name || !region || !accessKeyId || !secretAccessKey) return null
  return { endpoint, name, region, accessKeyId, secretAccessKey }
}

/** So many milliseconds the store may take for the head of an answer, after which the request fails. */
export const headTimeout = 10_000

/** Loads the client, which weighs 20 MB: only instances with a bucket pay for it. */
export async function openBucket(bucket: Bucket): Promise<S3Client> {
  // It warns of the oldest Node that the next versions will run on; which one is installed, the lock file says.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"
  const { S3Client } = await import("@aws-sdk/client-s3")
  const { endpoint, region, accessKeyId, secretAccessKey } = bucket
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Only AWS answers for a bucket at a host name of its own without further set-up.
    forcePathStyle: !/\.amazonaws\.com$/.test(new URL(endpoint).hostname),
    // Other stores do not know the checksums that AWS would like by default.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: headTimeout,
      throwOnRequestTimeout: true,
      // A reader who takes nothing for so long loses the rest, and the store its connection.
      socketTimeout: 60_000,
      // More than one network may ask for at a time (`server/edge/limits.ts`).
      httpAgent: { maxSockets: 500 },
      httpsAgent: { maxSockets: 500 },
    },
  })
}
