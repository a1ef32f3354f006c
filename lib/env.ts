import { z } from "zod"

const onOff = z.enum(["on", "off"], { error: "must be on or off" })

const schema = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int()
    .min(0, "must be between 0 and 65535")
    .max(65535, "must be between 0 and 65535")
    .default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  SITE_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  DATA_DIR: z.string().min(1).default("./var"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres://" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  // Without a name the publication's own stands there.
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/u, {
      error: "must be an address, as in Masthead <news@example.org>",
    })
    .default("news@localhost"),
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  DEMO: onOff.default("on"),
  DEMO_PASSWORD: z.string().min(8, "must have 8 characters or more").optional(),
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number of hops" })
    .int()
    .min(0, "must be a number of hops")
    .max(10, "must be a number of hops, 10 at most")
    .default(0),
  RATE_LIMITS: onOff.default("on"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, "must have 16 characters or more, of letters, digits and . ~ + / = _ -")
    .optional(),
})

export type Env = Omit<z.infer<typeof schema>, "SITE_URL"> & { SITE_URL: string }

/** A wrong variable; the message is one sentence that names it and says what to write. */
export class EnvError extends Error {}

/**
 * Reads the environment. An empty variable counts as unset, as in every shell and compose file.
 * @throws {EnvError} when a value is not what `.env.example` says.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""))
  const result = schema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new EnvError(`${issue?.path.join(".")} ${issue?.message}; see .env.example.`)
  }
  const { SITE_URL, ...rest } = result.data
  return { ...rest, SITE_URL: (SITE_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, "") }
}

let parsed: Env | undefined

/** The environment of this process, read once. The only reader of `process.env` in `lib`. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
