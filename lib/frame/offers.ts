import { canReachPeople } from "@/lib/mail/policy"

/** What a reader can open beside stories: the menu and the footer lead to it only then. */
export type SiteOffers = { newsletter: boolean; moderationReport: boolean }

/** For readers' pages, and for the settings that show what readers get. */
export function siteOffers(
  { hasStories }: { hasStories: boolean },
  { moderationReport }: { moderationReport: boolean },
): SiteOffers {
  // Before the first story there is nothing that mail could bring.
  return { newsletter: hasStories && canReachPeople(), moderationReport }
}
