import { bodyErrorId } from "@/components/editor/body-editor"

/** Puts the focus where something has to be changed, once it is marked on the page. */
export function showFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => focusFirstError(form))
}

function focusFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
  if (field) field.focus()
  else if (document.getElementById(bodyErrorId)?.textContent)
    form?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
}
