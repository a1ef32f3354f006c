import { directionOf } from "@/lib/text/direction"

type Props = {
  card: { title: string; description: string; url: string; image: { url: string; alt: string } | null }
  siteUrl: string
}

/** A link to a story about as a social network or a messenger shows it. */
export function SocialCard({ card: { title, description, url, image }, siteUrl }: Props) {
  return (
    <figure className="preview-face" dir={directionOf(title)}>
      <figcaption className="preview-label">Social card</figcaption>
      <div className="preview-card">
        {/* biome-ignore lint/performance/noImgElement: the file that the tag names, as other sites fetch it */}
        {image ? <img src={image.url} alt="" className="preview-picture" /> : null}
        <div className="preview-words">
          <p className="preview-url" dir="ltr">
            {URL.canParse(url, siteUrl) ? new URL(url, siteUrl).host : url}
          </p>
          <p className="preview-card-title" dir="auto">
            {title || "Untitled"}
          </p>
          <p className="preview-description" dir="auto">
            {description}
          </p>
        </div>
      </div>
    </figure>
  )
}
