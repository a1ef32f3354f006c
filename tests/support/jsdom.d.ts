/** The little of jsdom that tests use without its environment; it comes without types. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string)
    readonly window: { readonly document: Document }
  }
}
