/** Whether a name or address is always this very computer, wherever it is asked for: nobody else can give it to another one. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
