/** Whether digits and the signs between them look like a telephone number, and not like a date, a price or a file's number. */
export function isPhone(written: string): boolean {
  const digits = written.replace(/\D/g, "")
  if (digits.length < 7 || digits.length > 15 || isOther(written, digits)) return false
  // With a country's or a town's code in front.
  if (/^\(?(?:\+|0)/.test(written)) return digits.length > 7
  return shapes.some((shape) => shape.test(written))
}

function isOther(written: string, digits: string): boolean {
  const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$/
  const thousands = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?: \d{3})* 000$/
  const years = /^(?:19|20)\d\d\D{1,3}(?:19|20)\d\d$/
  const isbn = /^97[89]/.test(digits) && digits.length === 13
  return date.test(written) || thousands.test(written) || years.test(written) || isbn
}

const shapes = [
  // 555-0134, (555) 010-0192, 1-800-555-0177, 1 (888) 555-0121
  /^(?:1[ .-]?)?(?:\(?\d{3}\)?[ .-]{0,2})?\d{3}[ -]\d{4}$/,
  /^\d{3}\.\d{3}\.\d{4}$/,
  // 98765 43210, 960 555 018, 11 95555-0123
  /^\d{5}[ -]\d{5}$/,
  /^\d{3} \d{3} \d{3}$/,
  /^\d{2} \d{4,5}[ -]\d{4}$/,
  // Written in one: of a mobile telephone.
  /^1?[3-9]\d{9}$/,
]
