import { Button, buttonClass } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"
import { actionWords, subjectWords } from "@/lib/audit/log/actions"
import type { LogAddress } from "@/lib/audit/log/filters"
import type { AuditSubject } from "@/lib/audit/types"
import { reasonForDesk, reasons } from "@/lib/comments/reasons"

type Props = { asked: LogAddress; people: { id: number; name: string }[]; subjects: AuditSubject[] }

/** What the log shows, as a plain form: its address can be kept and sent. Folded away on a phone while nothing is asked. */
export function LogFilters({ asked, people, subjects }: Props) {
  const comments = subjects.includes("comment")
  const narrowed = Object.values(asked).some((value) => value !== undefined)
  return (
    <details open={narrowed || undefined} className="folds-on-phone mt-5">
      <summary className={`${buttonClass({ look: "secondary", small: true })} list-none`}>Filters</summary>
      <form
        method="get"
        action="/desk/log"
        className="flex flex-col gap-3 max-md:mt-2"
        aria-label="Filter the log"
      >
        <div className="grid grid-cols-2 items-end gap-3 xl:grid-cols-5">
          <Select name="person" label="Who" defaultValue={asked.person ?? ""}>
            <option value="">Everybody</option>
            <option value="nobody">The rules, or the author</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Select name="action" label="Did what" defaultValue={asked.action ?? ""}>
            <option value="">Anything</option>
            {subjects.map((subject) => (
              <optgroup key={subject} label={subjectWords[subject]}>
                {Object.entries(actionWords[subject]).map(([action, words]) => (
                  <option key={action} value={action}>
                    {words}
                  </option>
                ))}
              </optgroup>
            ))}
            {comments && !subjects.includes("post") ? (
              <option value="comment_mode_set">{actionWords.post.comment_mode_set}</option>
            ) : null}
          </Select>
          {subjects.length > 1 ? (
            <Select name="subject" label="About" defaultValue={asked.subject ?? ""}>
              <option value="">Everything</option>
              {subjects.map((subject) => (
                <option key={subject} value={subject}>
                  {subjectWords[subject]}
                </option>
              ))}
            </Select>
          ) : null}
          {comments ? (
            <Select name="reason" label="Why" defaultValue={asked.reason ?? ""}>
              <option value="">For any reason</option>
              {Object.keys(reasons).map((key) => (
                <option key={key} value={key}>
                  {reasonForDesk(key)}
                </option>
              ))}
            </Select>
          ) : null}
          <Field name="story" label="Story" defaultValue={asked.story} maxLength={300} />
          <Field name="from" label="From" type="date" defaultValue={asked.from} />
          <Field name="to" label="To" type="date" defaultValue={asked.to} />
          {comments ? (
            <>
              <Field name="comment" label="Comment number" inputMode="numeric" defaultValue={asked.comment} />
              <Field name="batch" label="Batch number" inputMode="numeric" defaultValue={asked.batch} />
            </>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-3">
          <Button small look="secondary">
            Show
          </Button>
          {narrowed ? (
            <a href="/desk/log" className={buttonClass({ look: "quiet", small: true })}>
              Show everything
            </a>
          ) : null}
        </div>
      </form>
    </details>
  )
}
