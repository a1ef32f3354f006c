/** Pages that lead on, by host and path, with the parameter that says where. */
const redirects: [RegExp, string[]][] = [
  [/^(www\.)?google\.[a-z.]{2,6}\/url$/, ["q", "url"]],
  [/^([a-z0-9]+\.)?safelinks\.protection\.outlook\.com\/$/, ["url"]],
  [/^lm?\.facebook\.com\/l\.php$/, ["u"]],
  [/^l\.instagram\.com\/$/, ["u"]],
  [/^www\.youtube\.com\/redirect$/, ["q"]],
  [/^slack-redir\.net\/link$/, ["url"]],
  [/^duckduckgo\.com\/l\/$/, ["uddg"]],
  [/^out\.reddit\.com\//, ["url"]],
]

/** The address that a link leads to in the end, without the page that counts who follows it. */
export function withoutRedirect(href: string): string {
  const typed = href.trim()
  const address = typed.startsWith("//") ? `https:${typed}` : typed
  if (!URL.canParse(address)) return address
  const { host, pathname, searchParams } = new URL(address)
  const names = redirects.find(([page]) => page.test(host + pathname))?.[1] ?? []
  const target = names.map((name) => searchParams.get(name)).find((one) => one && /^https?:\/\//i.test(one))
  return target && URL.canParse(target) ? target : address
}
