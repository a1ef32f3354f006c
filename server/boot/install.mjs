import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { StartupError } from "../startup-error.mjs"
import { digest, root } from "./digest.mjs"
import { step } from "./progress.mjs"

const marker = path.join(root, "node_modules", ".masthead-lock")

/** Installs what the lock file names, unless that is what is there. */
export async function install() {
  const wanted = digest(["package-lock.json"])
  if (installed(wanted)) return
  await step("Installing packages", npmCi)
  fs.writeFileSync(marker, wanted)
}

function installed(wanted) {
  if (!fs.existsSync(path.join(root, "node_modules", "next"))) return false
  try {
    if (fs.readFileSync(marker, "utf8") === wanted) return true
  } catch {
    // Never installed by us.
  }
  return installedByHand()
}

/** npm notes in node_modules what it has put there; whoever ran it, that is installed what the lock file names. */
function installedByHand() {
  const wanted = packages("package-lock.json")
  const there = packages(path.join("node_modules", ".package-lock.json"))
  if (!wanted || !there) return false
  return Object.entries(wanted).every(
    ([at, { version, optional, peer, dev }]) =>
      at === "" || there[at]?.version === version || (!there[at] && (optional || peer || dev)),
  )
}

function packages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), "utf8")).packages
  } catch {
    return null
  }
}

async function npmCi() {
  // Tests need the development packages, and NODE_ENV=production would leave them out.
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]
  let { code, output } = await npm(["ci", ...flags])
  // npm's own lock files can lack what other platforms need, where a registry does not carry it; `ci` then
  // refuses what `install` understands. Both install the versions that the lock names.
  if (code !== 0 && output.includes("EUSAGE"))
    ({ code, output } = await npm(["install", "--no-save", ...flags]))
  if (code !== 0) throw new StartupError("The packages could not be installed; npm says why above.", output)
}

function npm(args) {
  const { NODE_ENV: _, ...env } = process.env
  const file = process.env.npm_execpath
  return file?.endsWith(".js") ? run(process.execPath, [file, ...args], env) : run("npm", args, env)
}

/**
 * Runs a program to its end and keeps what it says. SIGTERM stops it too.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    })
    let output = ""
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000)
    }
    const stop = () => {
      child.kill("SIGTERM")
      process.exit(143)
    }
    process.once("SIGTERM", stop)
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    child.on("error", (error) => keep(error.message))
    child.on("close", (code) => {
      process.removeListener("SIGTERM", stop)
      resolve({ code: code ?? 1, output })
    })
  })
}
