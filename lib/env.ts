import { z } from "zod"
import { emailAddress, plainAddress } from "./email.ts"

const onOff = z.enum(["on", "off"], { error: "must be on or off" })

/** Digits only: `Number` would read a space as 0, and `0x10` as 16. */
const whole = (most: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: sentence, abort: true })
    .transform(Number)
    .pipe(z.number().max(most, sentence))

/** An address, or a name with one in angle brackets; without a name the publication's own stands there. */
const sender = z.string().transform((text, context) => {
  const match = /^ *(?:"?([^"<>\p{Cc}]{0,200}?)"? *<([^<>\s]+)>|([^<>\s]+)) *$/u.exec(text)
  const address = plainAddress.safeParse(match?.[2] ?? match?.[3])
  if (!address.success) {
    context.addIssue({ code: "custom", message: "must be an address, as in Masthead <news@example.org>" })
    return z.NEVER
  }
  return { name: match?.[1]?.trim() ?? "", address: address.data }
})

const httpsUrl = z.url({ protocol: /^https$/ })

/** The app has the whole host: its addresses begin with `/`. */
function isBareOrigin(url: string): boolean {
  const { pathname, search, hash, username } = new URL(url)
  return pathname === "/" && `${search}${hash}${username}` === ""
}

const bucketNames = [
  "S3_ENDPOINT",
  "S3_BUCKET",
  "S3_REGION",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const

const webUrl = (error: string) => z.url({ protocol: /^https?$/, error, abort: true })

const variables = z.object({
  PORT: whole(65535, "must be a port number, 65535 at most").prefault("3000"),
  HOST: z.string().min(1).default("127.0.0.1"),
  SITE_URL: webUrl("must be an http or https address")
    .refine(isBareOrigin, "must end after the host, as in https://news.example.org")
    .optional(),
  DATA_DIR: z.string().regex(/\S/, "must be a folder").default("./var"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres://" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  MAIL_FROM: sender.prefault("news@localhost"),
  SECURITY_CONTACT: z
    .string()
    .refine((text) => emailAddress.safeParse(text).success || httpsUrl.safeParse(text).success, {
      error: "must be an email or https address",
    })
    .optional(),
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  DEMO: onOff.default("on"),
  DEMO_PASSWORD: z
    .string()
    .min(8, "must have 8 to 256 characters")
    .max(256, "must have 8 to 256 characters")
    .optional(),
  TRUSTED_PROXIES: whole(10, "must be a number of hops, 10 at most").prefault("0"),
  RATE_LIMITS: onOff.default("on"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, "must have 16 characters or more, of letters, digits and . ~ + / = _ -")
    .optional(),
  S3_ENDPOINT: webUrl("must be an http or https address")
    .refine(isBareOrigin, "must end after the host, as in https://s3.eu-central-1.amazonaws.com")
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -")
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "must be a region, as in eu-central-1 or auto")
    .optional(),
  S3_ACCESS_KEY_ID: z.string().regex(/^\S+$/, "must have no spaces").optional(),
  S3_SECRET_ACCESS_KEY: z.string().regex(/^\S+$/, "must have no spaces").optional(),
  S3_PUBLIC_URL: webUrl("must be an http or https address, as in https://pictures.example.org")
    .refine((url) => !/[?#@]/.test(url), "must have no name, query or fragment")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  CDN_PURGE_URL: webUrl("must be an http or https address")
    .refine((url) => new URL(url).username === "", "must have no name; the token goes into CDN_PURGE_TOKEN")
    .optional(),
  CDN_PURGE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must have no spaces and no letters beyond ASCII")
    .optional(),
})

const schema = variables.superRefine((values, context) => {
  const missing = bucketNames.filter((name) => values[name] === undefined)
  const [first] = missing
  const given = missing.length < bucketNames.length || values.S3_PUBLIC_URL !== undefined
  if (!given || first === undefined) return
  const message = `must be set too: a bucket needs ${bucketNames.join(", ")}`
  context.addIssue({ code: "custom", path: [first], message })
})

/** What mails are sent from; the name may be empty. */
export type Sender = z.output<typeof sender>

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
