/** `address`: as an authenticator app on the same device opens it. */
type Props = { secret: string; address: string; picture: string }

/** The secret of an authenticator app, as a picture to scan and as text to type. */
export function TotpKey({ secret, address, picture }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      {/* White around it in both schemes: cameras look for dark on light. */}
      {/* biome-ignore lint/performance/noImgElement: it is in the address itself, nothing is loaded */}
      <img
        src={picture}
        alt="A QR code that holds the key"
        width={180}
        height={180}
        className="rounded-sm bg-[white]"
      />
      <p className="min-w-0 max-w-xs text-sm">
        <span className="block text-ink-soft">Scan it, or type this key into your app:</span>
        <code dir="ltr" className="mt-1 block text-base [overflow-wrap:anywhere]">
          {secret}
        </code>
        <a href={address} className="mt-2 inline-block text-accent underline underline-offset-2">
          Open in your authenticator app
        </a>
      </p>
    </div>
  )
}
