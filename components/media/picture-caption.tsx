type Props = { caption?: string; credit?: string }

/** What stands under a picture; nothing where nothing is said. */
export function PictureCaption({ caption, credit }: Props) {
  if (!caption && !credit) return null
  return (
    <figcaption className="picture-caption" dir="auto">
      {caption && credit ? `${caption} · ` : caption}
      {credit ? <bdi className="picture-credit">{credit}</bdi> : null}
    </figcaption>
  )
}
