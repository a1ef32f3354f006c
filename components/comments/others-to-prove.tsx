import { Moment } from "@/components/site/moment"
import type { Locale } from "@/lib/text/format-date"

type Other = {
  id: number
  title: string
  createdAt: Date
  /** Where its owner is asked. */
  page: string
}

/** Further comments with one address, each a link to the same question about it. */
export function OthersToProve({ others, locale }: { others: Other[]; locale: Locale }) {
  if (others.length === 0) return null
  return (
    <section className="own-matter" aria-labelledby="others-title">
      <h2 id="others-title">Also left with this address</h2>
      <p>Nobody has said yet whether these are theirs.</p>
      <ul className="flex flex-col gap-2">
        {others.map(({ id, title, createdAt, page }) => (
          <li key={id}>
            <a href={page} className="inline-flex min-h-11 items-center">
              <bdi>{title}</bdi>
            </a>
            <span className="soft">
              , <Moment date={createdAt} locale={locale} withTime />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
