import { AppealForm } from "@/components/comments/appeal-form"
import { Moment } from "@/components/site/moment"
import type { FormAction } from "@/components/ui/form-action"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  appeal: { body: string; createdAt: Date; outcome: "granted" | "denied" | null; bySame: boolean } | null
  /** Whether a moderator's refusal stands. */
  refused: boolean
  /** Whether nobody but who decided can answer an appeal. */
  alone: boolean
  locale: Locale
  action: FormAction
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
            ? "You can appeal once. There is only one moderator at present, so the same person will read your comment and your appeal, at least a day later, and decide again. If there is another moderator by then, they will decide."
            : "You can appeal once. A moderator other than the one who decided will read your comment and your appeal, and decide again."}
        </p>
      )}
      <AppealForm action={action} token={token} page={page} open={!appeal} />
    </section>
  )
}

const outcomes = {
  waiting: "Your appeal is waiting. A moderator other than the one who decided will read it.",
  granted: "Your appeal was granted: another moderator reversed the decision.",
  denied: "Your appeal was denied: another moderator looked again, and the decision stands.",
}

/** Where one person looks twice. */
const bySame = {
  waiting:
    "Your appeal is waiting. There is only one moderator at present, so the one who decided will look again, at least a day after you sent it.",
  granted: "Your appeal was granted: the moderator looked again and reversed the decision.",
  denied: "Your appeal was denied: the moderator looked again, and the decision stands.",
}
