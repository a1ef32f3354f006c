import fs from "node:fs"
import path from "node:path"
import postgres from "postgres"

/** Opens the embedded database of an app that runs on this data folder, to look at what it remembers. */
export function openCluster(dataDir: string): postgres.Sql {
  const port = Number(
    fs.readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[3],
  )
  const password = fs.readFileSync(path.join(dataDir, "postgres", "masthead-password"), "utf8").trim()
  return postgres({
    host: "127.0.0.1",
    port,
    user: "masthead",
    password,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  })
}
