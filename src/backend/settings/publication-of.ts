import type { Issue } from '../../shared/issue/issue.ts'
import { publicationFor } from '../../shared/issue/publication-of.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import type { Newsroom } from '../newsroom.ts'

/** The newsroom's publication as it is for an issue, which keeps what it came out with. */
export const publicationOf = ({ settings }: Pick<Newsroom, 'settings'>, issue: Pick<Issue, 'look'>): Publication =>
  publicationFor(settings.get().publication, issue)
