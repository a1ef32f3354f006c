import path from "node:path"
import { type Env, EnvError, parseEnv } from "../../lib/env.ts"
import { actionKey, keptSecret } from "../secret.mjs"
import { StartupError } from "../startup-error.mjs"

/**
 * Reads the environment, and puts what follows from it where the rest of the app looks.
 * @throws {StartupError} naming the variable that is wrong
 */
export function readEnvironment(): Env {
  try {
    const env = parseEnv(process.env)
    env.DATA_DIR = path.resolve(env.DATA_DIR)
    if (env.RATE_LIMITS === "off" && !/^(localhost|127\.|::1$)/.test(env.HOST)) {
      throw new StartupError(
        "RATE_LIMITS=off is for load tests: it needs a HOST that only this machine reaches, as 127.0.0.1.",
      )
    }
    process.env.DATA_DIR = env.DATA_DIR
    process.env.AUTH_SECRET = env.AUTH_SECRET ?? keptSecret(env.DATA_DIR)
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKey(process.env.AUTH_SECRET)
    return env
  } catch (error) {
    if (error instanceof EnvError) throw new StartupError(error.message)
    throw error
  }
}
