import "server-only"
import { spawn } from "node:child_process"
import path from "node:path"
import { z } from "zod"

type Wanted = { picture: Buffer; isDrawing: boolean; sizes: number[]; background?: string }

const answered = z.array(z.base64().max(2_000_000)).max(4)

/** A process that takes longer than this is ended. */
const patienceMs = 15_000

/** Draws a picture at each of these sizes, as PNG; a drawing is an SVG that we wrote ourselves. */
export async function drawIcons({ picture, isDrawing, sizes, background = "" }: Wanted): Promise<Buffer[]> {
  const entry = path.join(process.cwd(), "lib/icons/raster.mjs")
  const worker = spawn(process.execPath, [/* turbopackIgnore: true */ entry], {
    // Nothing of the app's environment.
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
    stdio: ["pipe", "pipe", "ignore"],
    timeout: patienceMs,
    killSignal: "SIGKILL",
  })
  const order = { picture: picture.toString("base64"), isDrawing, sizes, background: background || null }
  worker.stdin.on("error", () => {}).end(JSON.stringify(order))
  const chunks: Buffer[] = []
  worker.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise((resolve, reject) => worker.on("close", resolve).on("error", reject))
  if (code !== 0) throw new Error(`Icons could not be drawn: the process ended with ${code}.`)
  return answered
    .parse(JSON.parse(Buffer.concat(chunks).toString("utf8")))
    .map((png) => Buffer.from(png, "base64"))
}
