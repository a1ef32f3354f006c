import { AppealForm } from "@/components/comments/appeal-form"
import { Moment } from "@/components/site/moment"
import type { FormState } from "@/lib/form-state"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  appeal: { body: string; createdAt: Date; outcome: "granted" | "denied" | null; bySame: boolean } | null
  /** Whether a moderator's refusal stands. */
  refused: boolean
  /** Whether nobody but who decided can answer an appeal. */
  alone: boolean
  locale: Locale
  action: (state: FormState, form: FormData) => Promise<FormState>
  token: string
  page: string
}

/** The one appeal of an author: how to make it, that it waits, or what came of it. */
export function AppealSection({ appeal, refused, alone, locale, action, token, page }: Props) {
  if (!appeal && !refused) return null
  return (
    <section id="appeal" className="own-matter" tabIndex={-1} aria-labelledby="appeal-title">
      <h2 id="appeal-title">{appeal ? "Your appeal" : "Ask for another look"}</h2>
      {appeal ? (
        <>
          <p className="font-semibold">
            {(appeal.outcome ? appeal.bySame : alone)
              ? bySame[appeal.outcome ?? "waiting"]
              : outcomes[appeal.outcome ?? "waiting"]}
          </p>
          <p className="soft">
            Sent <Moment date={appeal.createdAt} locale={locale} withTime />
          </p>
          <blockquote dir="auto">{appeal.body}</blockquote>
        </>
      ) : (
        <p>
          {alone
            ? "You can appeal once. There is only one moderator here at present, so the same person reads your comment and what you write here, a day later at the earliest, and decides anew. Should there be a second one by then, they decide."
            : "You can appeal once. Another moderator than the one who decided reads your comment and what you write here, and decides anew."}
        </p>
      )}
      <AppealForm action={action} token={token} page={page} open={!appeal} />
    </section>
  )
}

const outcomes = {
  waiting: "Your appeal is waiting. A moderator who did not decide before will read it.",
  granted: "Your appeal was granted: another moderator took the decision back.",
  denied: "Your appeal was denied: another moderator has looked again, and the decision stands.",
}

/** Where one person looks twice. */
const bySame = {
  waiting:
    "Your appeal is waiting. There is only one moderator here, so the one who decided before will look again, a day after you sent it at the earliest.",
  granted: "Your appeal was granted: the moderator looked again and took the decision back.",
  denied: "Your appeal was denied: the moderator has looked again, and the decision stands.",
}
