/** The newsletter's pitch and sign-up form. */
export async function NewsletterSection() {
  return <section aria-label="Newsletter" />
}
