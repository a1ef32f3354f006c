import { DomUtils, parseDocument } from "htmlparser2"
import { database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { sessions } from "../../db/schema/staff.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import type { Role } from "../../lib/auth/staff.ts"
import { secretForTests } from "../support/app.ts"

type Fields = [string, string][]

/** Somebody at the desk with scripts off: reads the queue as HTML and sends its forms. */
export type Moderator = {
  /** The forms of the first page of what waits. */
  readQueue: () => Promise<Fields[]>
  /** Whether the decision was taken. */
  decide: (form: Fields, verdict: "approve" | "reject" | "spam") => Promise<boolean>
}

/** Makes moderators and signs them in, without the cost of a password. */
export async function signInModerators(url: string, count: number): Promise<Moderator[]> {
  return Promise.all(
    Array.from({ length: count }, async () =>
      moderator(`${url}/desk/comments`, await signIn(url, "moderator")),
    ),
  )
}

/** Makes a member of staff; answers the headers that their browser sends. */
export async function signIn(url: string, role: Role): Promise<{ cookie: string; origin: string }> {
  process.env.AUTH_SECRET = secretForTests
  const { id: staffId } = await createStaff(database(), { roles: [role] })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const [session] = await database().insert(sessions).values({ staffId, expiresAt }).returning()
  return { cookie: `${sessionCookieName()}=${await encodeSession(session?.id ?? "")}`, origin: url }
}

function moderator(queue: string, headers: Record<string, string>): Moderator {
  return {
    async readQueue() {
      const page = parseDocument(await (await fetch(queue, { headers })).text())
      return DomUtils.getElementsByTagName("form", page).flatMap((form): Fields[] => {
        const decides = DomUtils.findOne(
          ({ attribs }) => attribs.name === "decision" && attribs.value === "approve",
          form.children,
        )
        return decides ? [hiddenOf(form)] : []
      })
    },
    async decide(form, verdict) {
      const body = new FormData()
      const press = { decision: verdict, reason: "off-topic" }
      for (const [name, value] of [...form, ...Object.entries(press)]) body.append(name, value)
      const answer = await fetch(queue, { method: "POST", body, headers, redirect: "manual" })
      return answer.status === 303 && !answer.headers.get("location")?.includes("refused=")
    },
  }
}

function hiddenOf(form: ReturnType<typeof DomUtils.getElementsByTagName>[number]): Fields {
  return DomUtils.getElementsByTagName("input", form)
    .filter((input) => input.attribs.type === "hidden")
    .map((input) => [input.attribs.name ?? "", input.attribs.value ?? ""])
}
