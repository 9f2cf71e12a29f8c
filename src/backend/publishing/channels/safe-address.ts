const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Only over https is a secret safe on its way; on this machine it does not travel. */
export const isSafeAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username } = new URL(address)
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname)))
}
