type Props = { author: { name: string; picture: string }; large?: boolean }

/** An author's picture, or their first letter. Says nothing to the ear: the name stands beside it. */
export function Portrait({ author, large = false }: Props) {
  const size = large ? 96 : 48
  const className = `portrait ${large ? "size-24 text-4xl" : "size-12 text-xl"}`
  if (!author.picture) {
    return (
      <span className={className} aria-hidden="true">
        {[...author.name][0]}
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: next/image needs script for what `loading` does
    <img
      src={author.picture}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}
