// Loaded into every Notly that the browser tests start: one that asks another computer for anything ends, and its story fails.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { isIP, Socket } from 'node:net'

const { connect } = Socket.prototype

Socket.prototype.connect = function connectHere(...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given
  const { host, path } =
    typeof first === 'object' ? first : { host: typeof given[1] === 'string' ? given[1] : undefined }
  if (path === undefined) refuseOthers(host ?? 'localhost')
  return connect.apply(this, given)
}

for (const names of [dns, dns.promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const ask = names[name]
    names[name] = (host, ...rest) => {
      // An address needs nobody's help to be found: a server asks so for the one that it listens at.
      if (isIP(host) === 0) refuseOthers(host)
      return ask(host, ...rest)
    }
  }
syncBuiltinESMExports()

function refuseOthers(host) {
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|::1|)$/.test(host)) return
  process.stderr.write(`Notly asked another computer: ${host}\n`)
  process.exit(97)
}
