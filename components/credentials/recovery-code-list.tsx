"use client"

import { useRef } from "react"
import { CopyCodes } from "@/components/credentials/copy-codes"

/** Recovery codes, which are shown once. */
export function RecoveryCodeList({ codes }: { codes: string[] }) {
  const list = useRef<HTMLOListElement>(null)
  return (
    <div className="w-full max-w-md border border-edge bg-raised px-4 py-3">
      <h3 className="font-ui text-sm font-semibold">Recovery codes</h3>
      <p className="mt-1 text-sm text-ink-soft">
        Each code works once instead of a code from the app, for example if you lose your phone. Print them,
        or keep them in a password manager.
      </p>
      <ol ref={list} className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1">
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr" className="text-base">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <CopyCodes codes={codes} list={list} />
    </div>
  )
}
