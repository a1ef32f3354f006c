import { type RefObject, useEffect, useEffectEvent, useRef } from "react"

/**
 * Gives a field once scripts run here, for a component that follows its value: of what was typed or chosen before that
 * React heard no event.
 * @returns the field's ref
 */
export function useEarlyValue<Element extends HTMLInputElement | HTMLSelectElement>(
  follow: (field: Element) => void,
): RefObject<Element | null> {
  const field = useRef<Element>(null)
  const begin = useEffectEvent(follow)
  useEffect(() => {
    if (field.current) begin(field.current)
  }, [])
  return field
}
