"use client"

import { type MouseEvent, useState } from "react"
import { LibraryPicture } from "@/components/media/picture"
import { useEarlyValue } from "@/components/ui/use-early-value"
import type { FormState } from "@/lib/form-state"
import type { Picture } from "@/lib/media/types"

const crops = [
  ["Lead, 3:2", "aspect-3/2"],
  ["On a wide screen, 16:9", "aspect-video"],
  ["Card, 4:3", "aspect-4/3"],
  ["Thumbnail", "aspect-square"],
  ["Social, 1.91:1", "aspect-[1.91]"],
] as const

type Props = {
  picture: Omit<Picture, "alt" | "caption" | "credit">
  /** The form's: gives back what was chosen. */
  state: FormState
  disabled?: boolean
}

/** What crops keep in sight: by a click on the picture, or by two sliders; the crops beside it show what that makes. */
export function FocusField({ picture, state, disabled }: Props) {
  const chosen = state.status === "refused" ? state.values : {}
  const [x, setX] = useState(Number(chosen.focusX ?? picture.focusX / 10))
  const [y, setY] = useState(Number(chosen.focusY ?? picture.focusY / 10))
  const aimed = { ...picture, focusX: x * 10, focusY: y * 10 }

  function aim({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) {
    if (disabled) return
    const box = currentTarget.getBoundingClientRect()
    setX(percent((clientX - box.left) / box.width))
    setY(percent((clientY - box.top) / box.height))
  }

  return (
    <fieldset disabled={disabled} className="flex flex-col gap-4">
      <legend className="mb-2 font-ui text-sm font-semibold">Focal point</legend>
      {/* biome-ignore lint/a11y: the sliders below do the same for the keyboard */}
      <div className="relative w-fit max-w-full cursor-crosshair" onClick={aim}>
        <div className="[&_.picture]:aspect-auto [&_.picture]:max-h-[60vh] [&_.picture]:w-auto [&_.picture]:object-contain">
          <LibraryPicture picture={picture} alt="" shape="story" eager />
        </div>
        <span
          aria-hidden="true"
          className="pointer-events-none absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white shadow-[0_0_0_2px_rgb(0_0_0/0.6)]"
          // By script: the policy of the desk allows no style in an attribute.
          ref={(mark) => mark?.style.setProperty("inset", `${y}% auto auto ${x}%`)}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Slider name="focusX" label="Horizontal" value={x} onChange={setX} />
        <Slider name="focusY" label="Vertical" value={y} onChange={setY} />
      </div>
      <ul className="flex flex-wrap items-end gap-3" aria-label="Crops">
        {crops.map(([name, aspect]) => (
          <li key={name} className="text-xs text-ink-soft">
            <div
              className={`h-24 overflow-hidden rounded-sm ${aspect} [&_.picture]:size-full [&_.picture]:aspect-auto`}
            >
              <LibraryPicture picture={aimed} alt="" shape="grid" />
            </div>
            {name}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type SliderProps = { name: string; label: string; value: number; onChange(value: number): void }

function Slider({ name, label, value, onChange }: SliderProps) {
  const slider = useEarlyValue<HTMLInputElement>((field) => onChange(Number(field.value)))
  return (
    <label className="flex flex-col gap-1 text-sm">
      {label}
      <input
        ref={slider}
        type="range"
        name={name}
        min={0}
        max={100}
        step={1}
        value={value}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
    </label>
  )
}

function percent(part: number): number {
  return Math.round(Math.min(Math.max(part, 0), 1) * 100)
}
