type Props = { rules: { path: string } | null; before: string; after: string }

/**
 * Leads to the house rules, where the publication has written some. The words of the link are ours: a title in any language
 * does not fit into a sentence.
 */
export function HouseRulesLink({ rules, before, after }: Props) {
  if (!rules) return null
  return (
    <>
      {before} <a href={`/${rules.path}`}>house rules</a>
      {after}
    </>
  )
}
