/** Pixels from the ends of the window; the head, which is as high as what it says, covers the upper one. */
export function belowHead(top: number, bottom: number) {
  return {
    get top() {
      return top + (document.querySelector<HTMLElement>(".writing-head")?.offsetHeight ?? 0)
    },
    bottom,
    left: 0,
    right: 0,
  }
}
