import type { Locator } from "@playwright/test"

type File = { name: string; bytes: Buffer }

/** Pastes a JPEG into an element, or drops it onto its middle, as a browser tells a page of it. */
export function bringFile(to: Locator, by: "paste" | "drop", { name, bytes }: File): Promise<void> {
  return to.evaluate(
    (element, { by, name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }))
      const { left, top, width, height } = element.getBoundingClientRect()
      const place = { clientX: left + width / 2, clientY: top + height / 2 }
      const seen = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        by === "paste"
          ? new ClipboardEvent("paste", { ...seen, clipboardData: data })
          : new DragEvent("drop", { ...seen, ...place, dataTransfer: data }),
      )
    },
    { by, name, bytes: [...bytes] },
  )
}
