type Props = { rules: { path: string; title: string } | null; before: string }

/** Leads to the house rules, where the publication has written some. */
export function HouseRulesLink({ rules, before }: Props) {
  if (!rules) return null
  return (
    <>
      {before}{" "}
      <a href={`/${rules.path}`}>
        <bdi>{rules.title}</bdi>
      </a>
      .
    </>
  )
}
