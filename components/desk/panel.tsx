import { type ReactNode, useId } from "react"

type Props = { title: string; aside?: ReactNode; children: ReactNode }

/** One subject of a desk page, under its heading. */
export function Panel({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="panel border-t border-rule pt-3 only:col-span-full">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="font-ui text-base font-bold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
