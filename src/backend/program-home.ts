import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the program keeps what belongs to this installation and to no newsroom. */
export const programHome = (): string => {
  if (process.env.NEWSROOM_HOME) return process.env.NEWSROOM_HOME
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Profdvizhenie Newsroom')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Profdvizhenie Newsroom')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'profdvizhenie-newsroom')
}
