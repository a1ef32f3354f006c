import postgres from "postgres"

/** Drops and makes a database on a test server, empty or copied from a template; answers its address. */
export async function recreateDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(`drop database if exists "${name}" with (force)`)
    await admin.unsafe(`create database "${name}"${template ? ` template "${template}"` : ""}`)
  } finally {
    await admin.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A database as another role reaches it. */
export function addressAs(url: string, { name, password }: { name: string; password: string }): string {
  const own = new URL(url)
  own.username = name
  own.password = password
  return own.href
}
