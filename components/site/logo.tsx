import type { Picture } from "@/lib/media/types"
import { plainUrl, srcSet } from "@/lib/media/urls"

/** The publication's logo, whole and as high as the name beside it. WebP keeps what is see-through. */
export function Logo({ picture, alt }: { picture: Picture; alt: string }) {
  const src = plainUrl(picture, 480)
  if (!src) return null
  const set = srcSet(picture, "webp", 640)
  return (
    <picture>
      {set ? <source type="image/webp" srcSet={set} sizes="12rem" /> : null}
      <img src={src} alt={alt} width={picture.width} height={picture.height} className="logo" />
    </picture>
  )
}
