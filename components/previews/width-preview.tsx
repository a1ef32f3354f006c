import "./previews.css"

const widths = [
  { name: "phone", label: "Phone", pixels: 390 },
  { name: "tablet", label: "Tablet", pixels: 768 },
  { name: "desktop", label: "Desktop", pixels: 1280 },
] as const

type Width = (typeof widths)[number]

/** The width that an address asks for; null for the reader's own window. */
export function widthOf(asked: string | string[] | undefined): Width | null {
  return widths.find(({ name }) => name === asked) ?? null
}

/** Chooses how wide the preview is. */
export function WidthLinks({ path, width }: { path: string; width: Width | null }) {
  const links = [{ name: null, label: "This window", pixels: null }, ...widths]
  return (
    <nav aria-label="Preview width" className="preview-widths">
      {links.map(({ name, label, pixels }) => (
        <a
          key={label}
          href={name ? `${path}?width=${name}` : path}
          aria-current={name === (width?.name ?? null) ? "page" : undefined}
        >
          {label}
          {pixels ? ` (${pixels} px)` : ""}
        </a>
      ))}
    </nav>
  )
}

/** The story in a window of that width. Its scripts are off, as a reader's page has none. */
export function WidthFrame({ path, width }: { path: string; width: Width }) {
  return (
    <section
      aria-label="The story"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys (WCAG 2.1.1)
      tabIndex={0}
      className="preview-width"
    >
      <iframe
        src={`${path}/document`}
        title={`The story at the width of a ${width.name}`}
        sandbox="allow-same-origin allow-top-navigation-by-user-activation"
        width={width.pixels}
        height={844}
      />
    </section>
  )
}
