import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../support/app.ts"

export type Nginx = { url: string; pid: number; version: string; stop: () => Promise<void> }

/** nginx on loopback, serving one page from a `.gz` beside it; null when it is not installed. */
export async function startNginx(page: { plain: Buffer; gzip: Buffer }): Promise<Nginx | null> {
  const said = spawnSync("nginx", ["-v"], { encoding: "utf8" })
  if (said.error) return null
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-nginx-"))
  const port = await freePort()
  fs.writeFileSync(path.join(folder, "story.html"), page.plain)
  fs.writeFileSync(path.join(folder, "story.html.gz"), page.gzip)
  fs.writeFileSync(path.join(folder, "nginx.conf"), config(folder, port))
  const child = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf"), "-e", "stderr"], {
    stdio: "ignore",
  })
  const stop = () => end(child, folder)
  const url = `http://127.0.0.1:${port}/story.html`
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) break
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok && child.pid) return { url, pid: child.pid, version: version(said.stderr), stop }
    await sleep(50)
  }
  await stop()
  return null
}

function config(folder: string, port: number): string {
  return `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit;
    events { worker_connections 512; }
    http {
      types { text/html html; } access_log off; sendfile on; tcp_nopush on;
      keepalive_requests 1000000000; open_file_cache max=10 inactive=60s;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      server { listen 127.0.0.1:${port}; root ${folder}; gzip_static on; }
    }`
}

const version = (said: string) => /nginx\/\S+/.exec(said)?.[0] ?? "nginx"

async function end(child: ChildProcess, folder: string): Promise<void> {
  const ended = child.exitCode === null ? new Promise((resolve) => child.once("exit", resolve)) : null
  child.kill("SIGTERM")
  await ended
  fs.rmSync(folder, { recursive: true, force: true })
}
