import "server-only"
import { randomBytes } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { database } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { env } from "@/lib/env"
import { firstVariant, inspectImage } from "@/lib/media/images/process"
import { tooLargeSentence, type UploadProblem, problemSentence } from "@/lib/media/messages"
import { findSame, insertMedium } from "@/lib/media/mutations"
import { type ReceivedFile, receiveFiles } from "@/lib/media/receive-files"
import { storage } from "@/lib/media/storage/storage"
import { storeFile } from "@/lib/media/store-file"

/** What became of one file of an upload. */
export type Uploaded =
  | { ok: true; filename: string; id: number; /** It was there already. */ twin: boolean }
  | { ok: false; filename: string; message: string }

/** Where files lie while they arrive, on this instance's disk. */
export const incomingFolder = () => path.join(env().DATA_DIR, "media", "incoming")

/** Takes the pictures of a form into the library, one after the other; the answer says of each what became of it. */
export async function takeUpload(staff: Staff, request: Request): Promise<Uploaded[]> {
  const files = await receiveFiles(request, incomingFolder())
  const answers: Uploaded[] = []
  try {
    for (const file of files) answers.push(await takeFile(staff, file))
  } finally {
    await Promise.all(files.map((file) => fs.rm(file.path, { force: true })))
  }
  return answers
}

async function takeFile(staff: Staff, file: ReceivedFile): Promise<Uploaded> {
  const { filename, contentHash } = file
  const refuse = (message: string): Uploaded => ({ ok: false, filename, message })
  if (file.cut) return refuse(tooLargeSentence(filename))
  const same = await findSame(database(), staff, contentHash)
  if (same) return { ok: true, filename, id: same.id, twin: true }
  const inspected = await inspectImage(file.path)
  if (!inspected.ok) return refuse(problemSentence(inspected.problem, filename))
  const { width, height, animated, color, credit, description } = inspected.image
  const key = makeKey()
  await storage().write(`originals/${key}`, { file: file.path }, "application/octet-stream")
  const files = [await storeFile(key, await firstVariant(file.path))]
  const inserted = await insertMedium(staff, {
    key,
    contentHash,
    filename,
    bytes: file.bytes,
    width,
    height,
    animated,
    color,
    files,
    alt: description,
    credit,
  })
  return inserted.ok ? { ok: true, filename, id: inserted.id, twin: inserted.twin } : refuse(inserted.reason)
}

/** 128 bits in the alphabet of RFC 4648 base32, which every file system tells apart. */
function makeKey(): string {
  const digits = "abcdefghijklmnopqrstuvwxyz234567"
  let bits = BigInt(`0x${randomBytes(17).toString("hex")}`) >> 6n
  let key = ""
  for (let n = 0; n < 26; n++) {
    key += digits[Number(bits & 31n)]
    bits >>= 5n
  }
  return key
}
