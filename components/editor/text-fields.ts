type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A form's named fields, the text of the story aside. */
export function textFields(form: HTMLFormElement | null): Record<string, TextField> {
  const fields: Record<string, TextField> = {}
  for (const element of form?.elements ?? []) {
    if (isTextField(element) && element.name) fields[element.name] = element
  }
  return fields
}

function isTextField(element: Element): element is TextField {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}
