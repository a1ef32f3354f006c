import fs from "node:fs/promises"
import path from "node:path"
import { type ParsedMail, simpleParser } from "mailparser"
import { until } from "./until.ts"

/** The newest message to an address, waiting for one to be written. */
export async function newestMail(to: string): Promise<ParsedMail> {
  let newest: ParsedMail | undefined
  await until(`a message to ${to}`, async () => {
    ;[newest] = await mailTo(to)
    return newest
  })
  return newest as ParsedMail
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
