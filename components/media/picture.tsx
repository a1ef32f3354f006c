import { frameClass, type Shape, sizes } from "@/components/media/picture-frame"
import type { Picture } from "@/lib/media/types"
import { plainUrl, srcSet } from "@/lib/media/urls"

type Props = {
  picture: Omit<Picture, "alt" | "caption" | "credit">
  alt: string
  shape: Shape
  eager?: boolean
  className?: string
}

/** A picture of the library in its frame, whose size is known before the picture is. */
export function LibraryPicture({ picture, alt, shape, eager = false, className = "" }: Props) {
  const src = plainUrl(picture, 960)
  if (!src) return null
  const formats = (["avif", "webp"] as const).map((format) => [format, srcSet(picture, format)] as const)
  return (
    <picture>
      {formats.map(([format, set]) =>
        set ? <source key={format} type={`image/${format}`} srcSet={set} sizes={sizes[shape]} /> : null,
      )}
      <img
        src={src}
        srcSet={srcSet(picture, "jpeg")}
        sizes={sizes[shape]}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding="async"
        className={`picture ${frameClass(picture)} ${className}`}
      />
    </picture>
  )
}
