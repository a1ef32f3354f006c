import fs from "node:fs/promises"
import path from "node:path"
import { type ParsedMail, simpleParser } from "mailparser"

/** The newest message to an address, waiting for one to be written; none within ten seconds is a failure. */
export async function newestMail(to: string): Promise<ParsedMail> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const [newest] = await mailTo(to)
    if (newest) return newest
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`No message to ${to} was written within ten seconds.`)
}

/** Every message to an address so far, newest first. */
export async function mailTo(to: string): Promise<ParsedMail[]> {
  const folder = path.join(process.env.DATA_DIR ?? "", "mail")
  const names = (await fs.readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"))
  const found: ParsedMail[] = []
  for (const name of names.sort().reverse()) {
    const message = await simpleParser(await fs.readFile(path.join(folder, name)))
    const recipients = [message.to ?? []].flat().flatMap((list) => list.value)
    if (recipients.some((recipient) => recipient.address === to)) found.push(message)
  }
  return found
}
