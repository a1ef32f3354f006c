import { directionOf } from "@/lib/text/direction"

type Props = { result: { title: string; description: string; url: string }; siteUrl: string }

/** A story about as a search engine lists it. */
export function SearchResult({ result: { title, description, url }, siteUrl }: Props) {
  return (
    <figure className="preview-face" dir={directionOf(title)}>
      <figcaption className="preview-label">Search result</figcaption>
      <p className="preview-url" dir="ltr">
        {spelledOut(url, siteUrl)}
      </p>
      <p className="preview-search-title" dir="auto">
        {title || "Untitled"}
      </p>
      <p className="preview-description" dir="auto">
        {description || "No description yet."}
      </p>
    </figure>
  )
}

/** The address as results show it: the host, and the path in parts. */
function spelledOut(url: string, siteUrl: string): string {
  if (!URL.canParse(url, siteUrl)) return url
  const { host, pathname } = new URL(url, siteUrl)
  return [host, ...decoded(pathname).split("/").filter(Boolean)].join(" › ")
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
