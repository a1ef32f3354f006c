import type { ReactNode } from "react"

/** Fields that belong together, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="panel-group border-t border-rule pt-3">
      <legend className="float-start mb-4 w-full font-ui text-base font-bold">{title}</legend>
      <div className="clear-both flex flex-col gap-5">{children}</div>
    </fieldset>
  )
}
