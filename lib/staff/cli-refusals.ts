/** Of an address that is nobody's on the staff. */
export function nobodyHas(email: string): string {
  return `Nobody on the staff has the address ${email}; \`list\` shows who has.`
}
