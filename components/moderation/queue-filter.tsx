import { summaryClass } from "@/components/desk/summary-class"
import { Button, buttonClass } from "@/components/ui/button"
import { canSortByRisk } from "@/lib/moderation/queue/order"
import { type Age, ages, isNarrowed, type QueueView, viewHref } from "@/lib/moderation/queue/url"

/** Narrows the list; a plain form whose answer is an address. On a phone it is behind a button beside the tabs. */
export function QueueFilter({ view }: { view: QueueView }) {
  const more = isNarrowed({ ...view, words: "" }) || view.sort !== "time"
  const nothing = { words: "", story: "", name: "", age: "" as const, score: null, after: null }
  return (
    <details open={more || isNarrowed(view) || undefined} className="folds-on-phone min-w-0 grow">
      <summary className={`${summaryClass} text-sm font-semibold max-md:absolute max-md:end-0 max-md:top-0`}>
        Search
      </summary>
      <search>
        <form
          method="get"
          action="/desk/comments"
          className="flex flex-wrap items-start gap-x-3 gap-y-2 pt-2 font-ui text-sm"
        >
          <input type="hidden" name="status" value={view.status} />
          <input
            type="search"
            name="words"
            aria-label="Words"
            placeholder="Words or names"
            aria-keyshortcuts="/"
            defaultValue={view.words}
            maxLength={200}
            dir="auto"
            className={`${box} min-w-0 flex-1 sm:w-64 sm:flex-none`}
          />
          <details
            open={more || undefined}
            className="group order-last w-full lg:order-none lg:w-auto lg:open:order-last lg:open:w-full"
          >
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-ink-soft hover:text-ink pointer-coarse:min-h-11">
              More filters
            </summary>
            <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2 sm:flex sm:flex-wrap">
              <Labelled label="Story">
                <input
                  name="story"
                  defaultValue={view.story}
                  maxLength={300}
                  dir="auto"
                  className={`${box} w-full sm:w-44`}
                />
              </Labelled>
              <Labelled label="Name">
                <input
                  name="name"
                  defaultValue={view.name}
                  maxLength={245}
                  dir="auto"
                  className={`${box} w-full sm:w-36`}
                />
              </Labelled>
              <Labelled label="Sent">
                <select name="age" defaultValue={view.age} className={`${box} w-full`}>
                  <option value="">at any time</option>
                  {ages.map((age) => (
                    <option key={age} value={age}>
                      {ageWords[age]}
                    </option>
                  ))}
                </select>
              </Labelled>
              <Labelled label="Score at least">
                <input
                  name="score"
                  type="number"
                  step="any"
                  min={-1000}
                  max={1000}
                  defaultValue={view.score ?? ""}
                  className={`${box} w-full sm:w-24`}
                />
              </Labelled>
              {canSortByRisk(view.status) ? (
                <Labelled label="Order">
                  <select name="sort" defaultValue={view.sort} className={`${box} w-full`}>
                    <option value="time">oldest first</option>
                    <option value="risk">most like spam first</option>
                  </select>
                </Labelled>
              ) : null}
            </div>
          </details>
          <Button look="secondary" small className="min-h-8">
            Search
          </Button>
          {isNarrowed(view) ? (
            <a
              href={viewHref({ ...view, ...nothing })}
              className={`${buttonClass({ look: "quiet", small: true })} min-h-8`}
            >
              Show all
            </a>
          ) : null}
        </form>
      </search>
    </details>
  )
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is put in.
    <label className="flex min-w-0 flex-col gap-0.5">
      <span className="text-xs text-ink-soft">{label}</span>
      {children}
    </label>
  )
}

const box =
  "min-h-8 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink pointer-coarse:min-h-11"

const ageWords: Record<Age, string> = {
  hour: "in the last hour",
  day: "in the last day",
  week: "in the last week",
  "older-day": "more than a day ago",
  "older-week": "more than a week ago",
  "older-month": "more than a month ago",
}
