import { type FocusEvent, type PointerEvent, useRef } from "react"

/**
 * Tells a person who writes in a field from a program that fills it in. A person's words come with keys, or after a touch,
 * where the keyboard on the screen puts in whole words without any; a program's come with neither.
 */
export function useByHand() {
  const isByHand = useRef(false)
  const writes = () => {
    isByHand.current = true
  }
  return {
    isByHand,
    /** Of everything that leads into the field, its label too. */
    on: {
      onPointerDownCapture: ({ pointerType }: PointerEvent) => pointerType !== "mouse" && writes(),
      onKeyDownCapture: writes,
      onCompositionStartCapture: writes,
      onBlurCapture: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) isByHand.current = false
      },
    },
  }
}

/** Whether all that a field holds was put in at once, as no key does. */
export function isPutInAtOnce({ inputType, data }: InputEvent, text: string): boolean {
  return inputType === "insertText" && data === text && lettersIn(text) > 1
}

/** As people count them: an emoji is one. */
function lettersIn(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}
