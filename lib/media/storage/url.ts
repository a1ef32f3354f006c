import "server-only"
import { env } from "@/lib/env"

/** The address below which the files of all pictures lie: a picture's key and a file's name complete it. */
export function mediaBase(): string {
  const { S3_PUBLIC_URL } = env()
  return S3_PUBLIC_URL ? `${S3_PUBLIC_URL}/files/` : "/media/"
}
