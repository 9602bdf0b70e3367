import { hostname, networkInterfaces } from 'node:os'
import { isLoopback } from '../core/loopback.ts'

/** Whether a `Host` header names this server, and not somebody else's name that was made to lead here. */
export type IsOwnHost = (header: string) => boolean

/**
 * Names that nobody else can give to another computer. One that listens to its network has also its addresses and the name it gives itself.
 * Browsers leave the port out where it is the usual one.
 */
export function ownHosts(listensAt: string, port: () => number): IsOwnHost {
  const isOwnName = isLoopback(listensAt) ? isLoopback : (name: string) => isLoopback(name) || isOurs(name, listensAt)
  return (header) => {
    const [, name = '', given = '80'] = /^(.*?)(?::(\d+))?$/.exec(header.toLowerCase()) ?? []
    return Number(given) === port() && isOwnName(name)
  }
}

function isOurs(name: string, listensAt: string): boolean {
  const own = hostname().toLowerCase()
  const bare = name.replace(/^\[|\]$/g, '')
  return bare === listensAt.toLowerCase() || name === own || name === `${own}.local` || ownAddresses().includes(bare)
}

/** Those that others in the network can reach this computer by, IPv4 first. */
export function ownAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all
    .filter(({ internal }) => !internal)
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address.toLowerCase())
}
