type Props = { src: string; alt: string; eager?: boolean; className?: string }

/** A lead picture in its frame, whose size is known before the picture is. */
export function PostPicture({ src, alt, eager = false, className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: next/image needs script for what `loading` does
    <img
      src={src}
      alt={alt}
      width={1200}
      height={800}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : undefined}
      decoding="async"
      className={`picture ${className ?? ""}`}
    />
  )
}
