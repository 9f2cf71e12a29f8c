import { readFile, realpath } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { mediumPicture } from './media/medium-picture.ts'
import type { Newsroom } from './newsroom.ts'

/** A file for a window. `lasting` ones never change under their address. */
export interface ServedFile {
  readonly bytes: Uint8Array
  readonly type: string
  readonly lasting: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
}

/** Reads what a path names inside a folder; null when it leads out of it, by dots or by a link, or to nothing. */
const readInside = async (folder: string, path: string, lasting: boolean): Promise<ServedFile | null> => {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep)) return null
  const [real, home] = await Promise.all([realpath(file), realpath(folder)]).catch(() => [null, null] as const)
  if (real === null || !real.startsWith(home + sep)) return null
  const bytes = await readFile(real).catch(() => null)
  return bytes && { bytes, type: types[extname(file)] ?? 'application/octet-stream', lasting }
}

const decodedPath = (url: URL): string | null => {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return null
  }
}

/**
 * The file that a window's address names, the same under every host: `/media/<id>` is a picture of the open newsroom
 * (`?width=` in pixels), `/exports/<name>` one of its exports, anything else belongs to the built interface.
 */
export const readServedFile = async (newsroom: Newsroom | null, renderer: string, url: URL): Promise<ServedFile | null> => {
  const path = decodedPath(url)
  if (path === null) return null
  const medium = /^\/media\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (medium !== undefined) {
    const picture = newsroom && (await mediumPicture(newsroom, medium, Number(url.searchParams.get('width') ?? 0)))
    return picture && { ...picture, lasting: true }
  }
  if (path.startsWith('/exports/')) {
    // A folder may come from strangers: a page or a script that lies in it must not run as a part of the program.
    if (extname(path) !== '.pdf') return null
    return newsroom && readInside(join(newsroom.folder, 'exports'), path.slice('/exports/'.length), false)
  }
  return readInside(renderer, path === '/' ? 'index.html' : path, path.startsWith('/assets/'))
}
