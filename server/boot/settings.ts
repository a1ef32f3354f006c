import path from "node:path"
import { type Env, EnvError, parseEnv } from "../../lib/env.ts"
import { dataDirError, prepareDataDir } from "../data-dir.mjs"
import { actionKey, keptSecret } from "../secret.mjs"
import { StartupError } from "../startup-error.mjs"

/**
 * Reads the environment, and puts what follows from it where the rest of the app looks.
 * @throws {StartupError} naming the variable that is wrong
 */
export function readEnvironment(): Env {
  const env = parse()
  env.DATA_DIR = path.resolve(env.DATA_DIR)
  if (env.RATE_LIMITS === "off" && !/^(localhost|127\.|::1$)/.test(env.HOST)) {
    throw new StartupError(
      "RATE_LIMITS=off is for load tests: it needs a HOST that only this machine reaches, as 127.0.0.1.",
    )
  }
  prepareDataDir(env.DATA_DIR)
  process.env.DATA_DIR = env.DATA_DIR
  process.env.AUTH_SECRET = env.AUTH_SECRET ?? secretIn(env.DATA_DIR)
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKey(process.env.AUTH_SECRET)
  return env
}

function parse(): Env {
  try {
    return parseEnv(process.env)
  } catch (error) {
    throw error instanceof EnvError ? new StartupError(error.message) : error
  }
}

function secretIn(dataDir: string): string {
  try {
    return keptSecret(dataDir)
  } catch (error) {
    throw dataDirError(error, dataDir)
  }
}
