import { contrastOf, grounds, type Scheme } from "@/lib/settings/accent"

/**
 * A card in each scheme. Drawn, since the desk's policy allows no style in an attribute, and the colours of a drawing
 * are none.
 */
export function AccentPreview({ shades }: { shades: Record<Scheme, string> }) {
  return (
    <div className="flex flex-wrap gap-3">
      {(["light", "dark"] as const).map((scheme) => (
        <figure key={scheme} className="w-48">
          <Card accent={shades[scheme]} {...grounds[scheme]} />
          <figcaption className="mt-1 text-sm text-ink-soft">
            {scheme === "light" ? "Light" : "Dark"}: <code>{shades[scheme]}</code>, contrast{" "}
            {contrastOf(shades[scheme], scheme).toFixed(1)}:1
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

function Card({ accent, paper, ink }: { accent: string; paper: string; ink: string }) {
  return (
    <svg viewBox="0 0 192 112" aria-hidden="true" className="rounded-sm border border-rule">
      <rect width="192" height="112" fill={paper} />
      <g fontFamily="system-ui, sans-serif" fill={ink}>
        <text x="14" y="26" fontSize="11" fontWeight="600" fill={accent}>
          Around town
        </text>
        <text x="14" y="50" fontSize="18" fontFamily="Georgia, serif">
          The pool opens
        </text>
        <text x="14" y="70" fontSize="11">
          Read <tspan fill={accent}>the whole story</tspan> here.
        </text>
        <rect x="14" y="82" width="70" height="20" rx="2" fill={accent} />
        <text x="49" y="96" fontSize="10" textAnchor="middle" fill={paper}>
          Sign up
        </text>
      </g>
    </svg>
  )
}
