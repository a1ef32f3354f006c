import fs from "node:fs"
import path from "node:path"

/**
 * What a script of package.json takes; the text imports nothing, since it is shown before anything is installed.
 * @typedef {object} Usage
 * @property {string} line how it is written
 * @property {string} does
 * @property {() => string} [more]
 * @property {string[]} [options] each with a value
 * @property {number} [words] how many may stand beside the options
 */

/** @type {Record<string, Usage>} */
export const usages = {
  start: {
    line: "npm start",
    does: "Installs what is missing, builds, starts the database and serves the publication.",
    more: environment,
  },
  dev: {
    line: "npm run dev",
    does: "Serves with hot reload, on the same database as npm start.",
    more: environment,
  },
  test: {
    line: "npm test",
    does: "Runs everything that must hold: types, lint, unit, database and browser tests.",
  },
  check: {
    line: "npm run check",
    does: "Runs the part of the tests that needs neither a database nor a browser.",
  },
  bench: {
    line: "npm run bench -- [--only=NAME,NAME]",
    does: "Measures the figures in README.md; --only measures some of them.",
    options: ["only"],
  },
  "db:migrate": { line: "npm run db:migrate", does: "Brings the database to the newest schema." },
  "db:seed": { line: "npm run db:seed", does: "Fills an empty database with the demo publication." },
  staff: {
    line: "npm run staff -- invite EMAIL --role ROLE --name NAME, or another of the commands below",
    does: "Manages the staff.",
    more: () => staffCommands,
    options: ["role", "name"],
    words: 3,
  },
  routes: {
    line: "npm run routes -- [TAG]",
    does: "Prints every address; with a cache tag such as post:a-story, the pages it drops.",
    words: 1,
  },
  screen: {
    line: "npm run screen -- FILE.jsonl",
    does: `Prints a verdict for each line {"name", "email", "website", "body"}; lines with "spam": true or false teach first.`,
    words: 1,
  },
  "verify-log": {
    line: "npm run verify-log -- [--head HASH]",
    does: "Walks the audit log and names a broken row; --head checks that it continues from a head printed earlier.",
    options: ["head"],
  },
}

const staffCommands = `
  invite EMAIL --role ROLE --name NAME   adds a person and prints a one-time link to choose a password
  reset EMAIL                            ends password, passkeys, authenticator app and sessions; prints a link for a new password
  role EMAIL ROLE                        gives a person other roles
  suspend EMAIL                          ends all sessions and lets a person in no more
  reactivate EMAIL                       lets a suspended person sign in again
  list                                   prints each person's email, name, roles and last visit

ROLE is one of these, or several with commas between:
  writer      writes stories and submits them for review
  editor      edits and publishes everyone's stories
  moderator   decides about comments
  admin       all of this, the staff and the settings
`

/** What `.env.example` says of each variable. */
function environment() {
  const text = fs.readFileSync(path.join(import.meta.dirname, "../../.env.example"), "utf8")
  const variables = text.slice(text.indexOf("\n\n") + 2).replaceAll(/^# /gm, "  ")
  return `\nSettings are environment variables, or lines in .env:\n\n${variables}`
}
