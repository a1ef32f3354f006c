import { mkdir, open, readdir, rename, rm } from "node:fs/promises"
import path from "node:path"
import type { Message } from "@/lib/mail/message"
import type { DeliveryOutcome } from "@/lib/mail/outcome"
import { withoutEmails } from "@/lib/text/without-emails"

/** The folder is for looking at, not for keeping: the oldest messages beyond this many are taken out. */
const kept = 2000

let written = 0

/**
 * Writes a message whole as an `.eml` file that only its owner reads; the names sort by time. It is
 * written aside and renamed, so that whoever watches the folder never sees half a message.
 */
export async function writeToFolder(folder: string, message: Message): Promise<DeliveryOutcome> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const name = `${new Date().toISOString().replaceAll(":", "-")}-${message.id.replace(/[^\w.-]+/g, "_")}`
    const aside = path.join(folder, `.${name}.part`)
    const file = await open(aside, "w", 0o600)
    try {
      await file.writeFile(message.raw)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path.join(folder, `${name}.eml`))
    if (written++ % 100 === 0) await takeOutOldest(folder)
    return { kind: "sent" }
  } catch (error) {
    return { kind: "later", reason: withoutEmails(String(error), message.to) }
  }
}

async function takeOutOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort()
  for (const name of names.slice(0, Math.max(0, names.length - kept))) {
    await rm(path.join(folder, name), { force: true })
  }
}
