/** For whom a page of the desk was rendered, as its forms say it. */
export function renderedForIn(html: string): string {
  const [, id = ""] = /name="renderedFor" value="(\d+)"/.exec(html) ?? []
  return id
}
