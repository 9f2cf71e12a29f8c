import { describe, expect, test } from 'vitest'
import { complaints, type Listing, type PackedFile } from './complaints.ts'

const file = (path: string, unpacked = false): PackedFile => ({ path, bytes: 1000, unpacked })

const sound: Listing = {
  archive: [
    file('package.json'),
    file('out/main/index.js'),
    file('out/main/cli.js'),
    file('out/preload/index.cjs'),
    file('out/renderer/index.html'),
    file('node_modules/yjs/dist/yjs.mjs'),
    file('node_modules/@img/sharp-linux-x64/lib/sharp-linux-x64-0.35.5.node', true),
  ],
  beside: ['resources/fonts/serif.ttf', 'resources/icc/newsprint.icc', 'resources/demo/articles/1.md'],
}
const limits = { developmentPackages: ['react', '@tiptap/react'], bytes: 8000 }

const withFile = (path: string): Listing => ({ ...sound, archive: [...sound.archive, file(path)] })
const without = (path: string): Listing => ({
  archive: sound.archive.filter((one) => one.path !== path),
  beside: sound.beside.filter((one) => one !== path),
})

describe('complaints', () => {
  test('a sound package has none', () => {
    expect(complaints(sound, limits)).toEqual([])
  })

  test.each([
    'out/main/index.js.map',
    'out/main/secret.key',
    'out/.env',
    'out/renderer/tokens.secret.json',
    'out/main/index.ts',
    'node_modules/yjs/tests/y.js',
    'node_modules/yjs/README.md',
    'node_modules/react/index.js',
    'node_modules/yjs/node_modules/@tiptap/react/index.js',
    'src/main/index.js',
    'docs/plan.txt',
    'out/renderer/screenshot-1.png',
  ])('%s must not be in', (path) => {
    expect(complaints(withFile(path), limits).join('\n')).toContain(path.includes('react/') ? 'react' : path)
  })

  test('a package is not taken for another whose name begins alike', () => {
    expect(complaints(withFile('node_modules/react-like/index.js'), { ...limits })).toEqual([])
  })

  test('a source map beside the archive is found as well', () => {
    expect(complaints({ ...sound, beside: [...sound.beside, 'resources/fonts/a.map'] }, limits)).toHaveLength(1)
  })

  test.each([...sound.archive.map(({ path }) => path), ...sound.beside].filter((path) => !path.includes('yjs')))(
    '%s must be in',
    (path) => {
      expect(complaints(without(path), limits)).toHaveLength(1)
    },
  )

  test('native code inside the archive counts as missing, other files outside it as loose', () => {
    const inside = sound.archive.map((one) => ({ ...one, unpacked: false }))
    expect(complaints({ ...sound, archive: inside }, limits)).toHaveLength(1)
    const outside = sound.archive.map((one) => ({ ...one, unpacked: true }))
    expect(complaints({ ...sound, archive: outside }, limits)).toHaveLength(6)
  })

  test('one byte over the limit is too large', () => {
    expect(complaints(sound, { ...limits, bytes: 7000 })).toEqual([])
    expect(complaints(sound, { ...limits, bytes: 6999 })).toHaveLength(1)
  })
})
