import { linkText } from "@/lib/authors/links"
import { safeLink } from "@/lib/documents/safe-link"

/** Where else an author is found. */
export function AuthorLinks({ links }: { links: readonly string[] }) {
  const safe = links.filter((address) => safeLink(address) !== null)
  if (safe.length === 0) return null
  return (
    <ul className="author-links">
      {safe.map((address) => (
        <li key={address}>
          <a href={address} rel="me" dir="ltr">
            {linkText(address)}
          </a>
        </li>
      ))}
    </ul>
  )
}
