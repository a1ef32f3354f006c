import type { Server } from "node:http"
import type { Env } from "../lib/env.ts"
import { takePort } from "./door.ts"
import { type DoorThread, startDoorThread } from "./door-thread.ts"
import { openHouse } from "./house.ts"

/** The door, and in development the server behind it. */
export type Entrance = DoorThread & { httpServer?: Server }

/** Takes the port, and with it settles the address. */
export async function openDoor(env: Env, { dev }: { dev: boolean }): Promise<Entrance> {
  const door = await (dev ? developmentDoor : startDoorThread)(env.HOST, env.PORT, env.TRUSTED_PROXIES > 0)
  if (env.PORT === 0) {
    env.PORT = door.port
    if (!process.env.SITE_URL) env.SITE_URL = `http://localhost:${door.port}`
  }
  process.env.PORT = String(env.PORT)
  process.env.SITE_URL = env.SITE_URL
  return door
}

/** In this very thread: hot reload speaks to the browser through the door's own server. */
async function developmentDoor(host: string, port: number, behindProxies: boolean): Promise<Entrance> {
  const door = await takePort(host, port, { behindProxies })
  let house: { stop(): Promise<void> } | undefined
  return {
    port: door.port,
    httpServer: door.server,
    async open(next, checks, opening) {
      house = await openHouse(door, next, checks, opening)
    },
    async close(patience) {
      // Whoever develops has pages open whose lines would not end by themselves.
      await door.close(Math.min(patience, 1000))
      await house?.stop()
    },
  }
}
