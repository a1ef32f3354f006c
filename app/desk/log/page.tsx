import type { Metadata } from "next"
import { ChainLine } from "@/components/log/chain-line"
import { LogFilters } from "@/components/log/log-filters"
import { LogList } from "@/components/log/log-list"
import { buttonClass } from "@/components/ui/button"
import { getChainState } from "@/lib/audit/chain-state"
import { logAddress, logHref } from "@/lib/audit/log/filters"
import { listDeciders, listLog } from "@/lib/audit/log/queries"
import { readableSubjects } from "@/lib/audit/policy"
import { requireStaff } from "@/lib/auth/viewer"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Log" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LogPage({ searchParams }: Props) {
  const staff = await requireStaff("log.read")
  const asked = logAddress.parse(await searchParams)
  const [page, people, chain] = await Promise.all([
    listLog(staff, asked),
    listDeciders(staff),
    getChainState(staff),
  ])
  const link = buttonClass({ look: "secondary", small: true })
  return (
    <div className="max-w-5xl">
      <h1 className="font-headline text-3xl">Log</h1>
      <ChainLine chain={chain} />
      <LogFilters
        key={logHref(asked)}
        asked={{ ...asked, before: undefined }}
        people={people}
        subjects={readableSubjects(staff)}
      />
      {page.entries.length > 0 ? (
        <LogList entries={page.entries} />
      ) : (
        <p className="py-8 text-ink-soft">Nothing in the log fits.</p>
      )}
      {asked.before || page.next ? (
        <nav aria-label="Pages of the log" className="mt-5 flex flex-wrap gap-3">
          {asked.before ? (
            <a href={logHref({ ...asked, before: undefined })} className={link}>
              Newest
            </a>
          ) : null}
          {page.next ? (
            <a href={logHref({ ...asked, before: page.next })} rel="next" className={link}>
              Older
            </a>
          ) : null}
        </nav>
      ) : null}
    </div>
  )
}
