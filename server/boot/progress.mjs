/**
 * Says what is under way: on a terminal one line that counts the seconds, elsewhere one line a step.
 * @template T
 * @param {string} text such as "Building"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const out = process.stderr
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`
  if (!out.isTTY) {
    out.write(`${text} …\n`)
    return work()
  }
  const show = () => out.write(`\r\x1b[2K${text} … ${seconds()}`)
  const timer = setInterval(show, 1000)
  show()
  try {
    const result = await work()
    out.write(`\r\x1b[2K${text} … done in ${seconds()}\n`)
    return result
  } catch (error) {
    out.write(`\r\x1b[2K${text} … failed after ${seconds()}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
