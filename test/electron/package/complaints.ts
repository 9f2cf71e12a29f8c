/** A file inside the program's archive. `unpacked` ones lie beside it, where the system's loader can map them. */
export interface PackedFile {
  readonly path: string
  readonly bytes: number
  readonly unpacked: boolean
}

/** What a package consists of. */
export interface Listing {
  readonly archive: readonly PackedFile[]
  /** Paths below the folder of resources, outside the archive. */
  readonly beside: readonly string[]
}

export interface Limits {
  /** Packages that only building and testing need, by name. */
  readonly developmentPackages: readonly string[]
  /** Bytes of everything in the archive, unpacked files included. */
  readonly bytes: number
}

const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'исходный текст', pattern: /\.(ts|tsx|mts|cts)$/ },
  { what: 'карта исходных текстов', pattern: /\.map$/ },
  { what: 'тесты и замеры', pattern: /(^|\/)(tests?|__tests__|bench|benchmarks?|coverage)\/|\.(test|spec)\.[cm]?jsx?$/ },
  { what: 'документация', pattern: /(^|\/)docs?\/|(^|\/)(README|CHANGELOG)[^/]*$/i },
  { what: 'снимок экрана', pattern: /screenshot|mockup/i },
  { what: 'возможный секрет', pattern: /(^|\/)\.(env|npmrc|netrc)[^/]*$|\.(key|pem|p12|pfx|jks|keystore|kdbx)$/i },
  { what: 'возможный секрет', pattern: /(^|\/)[^/]*(secret|credential|password)[^/]*\.(json|txt|ya?ml|ini|toml)$/i },
]

const required: readonly { readonly what: string; readonly found: (listing: Listing) => boolean }[] = [
  ...['package.json', 'out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'].map((path) => ({
    what: path,
    found: ({ archive }: Listing) => archive.some((file) => file.path === path),
  })),
  {
    what: 'двоичная часть sharp вне архива',
    found: ({ archive }) =>
      archive.some(({ path, unpacked }) => unpacked && /^node_modules\/@img\/sharp-[^/]+\/lib\/[^/]+\.node$/.test(path)),
  },
  ...[
    { what: 'шрифты полос', pattern: /^resources\/fonts\/.+\.ttf$/ },
    { what: 'профили печати', pattern: /^resources\/icc\/.+\.icc$/ },
    { what: 'учебная редакция', pattern: /^resources\/demo\/articles\/.+/ },
  ].map(({ what, pattern }) => ({ what, found: ({ beside }: Listing) => beside.some((path) => pattern.test(path)) })),
]

const packageOf = (path: string): string | null => {
  const inside = path.split('node_modules/').slice(1).at(-1)
  return inside === undefined ? null : inside.split('/', inside.startsWith('@') ? 2 : 1).join('/')
}

/** What is wrong with a package, for people; empty when nothing is. */
export const complaints = (listing: Listing, { developmentPackages, bytes }: Limits): string[] => {
  const development = new Set(developmentPackages)
  const paths = [...listing.archive.map(({ path }) => path), ...listing.beside]
  const unwanted = paths.flatMap((path) =>
    forbidden.filter(({ pattern }) => pattern.test(path)).map(({ what }) => `лишнее (${what}): ${path}`),
  )
  const strangers = listing.archive
    .filter(({ path }) => !/^(out|node_modules)\//.test(path) && path !== 'package.json')
    .map(({ path }) => `лишнее (не программа): ${path}`)
  const packages = new Set(listing.archive.map(({ path }) => packageOf(path)))
  const tools = [...packages].filter((name) => name !== null && development.has(name)).map((name) => `лишний пакет: ${name}`)
  const loose = listing.archive
    .filter(({ path, unpacked }) => unpacked && !path.startsWith('node_modules/@img/sharp-'))
    .map(({ path }) => `вне архива без нужды: ${path}`)
  const missing = required.filter(({ found }) => !found(listing)).map(({ what }) => `нет: ${what}`)
  const total = listing.archive.reduce((sum, file) => sum + file.bytes, 0)
  const large = total > bytes ? [`велико: ${total} байт при пределе ${bytes}`] : []
  return [...unwanted, ...strangers, ...tools, ...loose, ...missing, ...large]
}
