import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { startSink } from "../lib/mail/sink.ts"
import { type App, startApp } from "./app.ts"
import { recreateDatabase } from "./database.ts"
import { ownerUrl } from "./owner.ts"

export type EmptyPublication = {
  app: App
  mail: Awaited<ReturnType<typeof startSink>>
  end: () => Promise<void>
}

/** An app on an empty database of its own, which sends its mail to a server of the test's own. */
export async function startEmptyPublication(
  name: string,
  env: Record<string, string> = {},
): Promise<EmptyPublication> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `masthead-${name}-`))
  const mail = await startSink()
  const close = async () => {
    await mail.close()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const app = await startApp({
      DATABASE_URL: await recreateDatabase(ownerUrl(), `${name}_${process.pid}`),
      DATA_DIR: dataDir,
      DEMO: "off",
      SMTP_URL: mail.url,
      MAIL_FROM: "desk@weir.example.org",
      ...env,
    })
    return { app, mail, end: () => app.stop().then(close) }
  } catch (error) {
    await close()
    throw error
  }
}
