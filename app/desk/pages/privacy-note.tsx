import { OutdatedPrivacyNote } from "@/components/pages/outdated-privacy-note"
import { changedFacts, checkedOn, spellFacts } from "@/lib/pages/privacy/facts"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import { getSettings } from "@/lib/settings/queries"
import { formatDate } from "@/lib/text/format-date"
import { confirmFactsAction } from "./actions"

type Props = { page: { id: number; facts: Readonly<Record<string, string>> } }

/** What the privacy page does not know yet. */
export async function PrivacyNote({ page }: Props) {
  const [facts, { timeZone }] = await Promise.all([factsOfSite(), getSettings()])
  const at = checkedOn(page.facts)
  return (
    <OutdatedPrivacyNote
      pageId={page.id}
      seen={spellFacts(facts)}
      // The desk is in English, whatever the publication is.
      checked={at && { at: at.toISOString(), day: formatDate(at, { language: "en", timeZone }) }}
      changes={changedFacts(page.facts, facts)}
      action={confirmFactsAction}
    />
  )
}
