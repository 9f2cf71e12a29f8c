import { type OpenArticles, openArticles } from '../../src/backend/article/open-articles.ts'
import type { Environment } from '../../src/backend/environment.ts'
import { contentHash } from '../../src/backend/workflow/content-hash.ts'

/** The articles of a folder without the rest of a newsroom. */
export const openDesk = (environment: Environment, folder: string, readOnly = false): Promise<OpenArticles> =>
  openArticles({ environment, folder, readOnly, notice: () => undefined, hash: contentHash })
