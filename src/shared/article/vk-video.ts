/** Hosts of VK on which films are seen, with the names for phones. */
const page = /^(?:https?:\/\/)?(?:m\.|www\.)?(?:vk\.com|vk\.ru|vkvideo\.ru)\/([^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i
/** `video-22822305_456242110`, `clip…`: whose film it is, and its number; people's own films have no minus. */
const filmName = /^(?:video|clip)-?\d{1,20}_\d{1,20}$/

const named = (name: string | undefined): string | null =>
  name !== undefined && filmName.test(name) ? `https://vkvideo.ru/${name}` : null

/**
 * The page of a film at VK Видео that somebody means by an address, in one form whatever they copied: from the address
 * line, from a wall with the film opened over it, from the code for sites. Null when it leads to no film of VK. Nothing
 * is asked of the network.
 */
export const vkVideoAddress = (typed: string): string | null => {
  const [, path, query = ''] = page.exec(typed.trim()) ?? []
  if (path === undefined) return null
  const asked = new Map(query.split('&').map((pair) => [pair.split('=')[0], pair.split('=')[1]]))
  if (path === 'video_ext.php') return named(`video${asked.get('oid') ?? ''}_${asked.get('id') ?? ''}`)
  const opened = asked.get('z')?.split(/\/|%2F/i)[0]
  return (
    named(opened) ??
    named(
      path
        .split('/')
        .filter((part) => part !== '')
        .at(-1),
    )
  )
}
