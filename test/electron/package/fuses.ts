/** Where Electron's executables keep their fuses: this mark, the version of the wire, its length, one letter a fuse. */
const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const on = '1'

const fuses = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/** A wire for an executable that has none: the opposite of what anybody wants, so that flipping shows. */
export const fuseWire = (): Buffer => Buffer.concat([mark, Buffer.from([1, fuses.length]), Buffer.from('10110011')])

/** The fuses of an executable that are on. */
export const fusesOn = (executable: Buffer): readonly string[] => {
  const at = executable.indexOf(mark)
  if (at < 0) throw new Error('no fuses in this executable')
  const letters = executable.subarray(at + mark.length + 2, at + mark.length + 2 + fuses.length).toString('latin1')
  return fuses.filter((_, index) => letters[index] === on)
}
