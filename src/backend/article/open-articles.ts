import { join } from 'node:path'
import type { ArticleContent } from '../../shared/article/content.ts'
import type { Environment } from '../environment.ts'
import { openCatalog } from '../store/catalog.ts'
import { type CatalogSource, catchUp, type Progress, verifyCatalog } from '../store/keep-catalog.ts'
import type { Notice } from '../store/record-store.ts'
import { openWorkflowStore, type WorkflowStore } from '../workflow/workflow-store.ts'
import { type ArticleCatalog, articleCatalogType } from './article-catalog.ts'
import { type ArticleStore, openArticleStore } from './article-store.ts'

/** The articles of a folder with their workflow records, and the catalog of both. */
export interface OpenArticles {
  readonly catalog: ArticleCatalog
  readonly articles: ArticleStore
  readonly workflow: WorkflowStore
  /** Looks for files that other hands brought, changed or took away; returns the ids of what it read anew. */
  readonly verify: (stopped: () => boolean) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export interface OpenArticlesOptions {
  readonly environment: Environment
  /** The newsroom's folder. */
  readonly folder: string
  readonly readOnly: boolean
  readonly notice: Notice
  readonly hash: (content: ArticleContent) => string
  /** Hears how far a reading of what the catalog can't vouch for has come. */
  readonly progress?: Progress
}

/** The folder of the catalog of articles in a newsroom's folder. */
export const articleCatalogFolder = (folder: string): string => join(folder, 'catalog', 'articles')

export const openArticles = async (options: OpenArticlesOptions): Promise<OpenArticles> => {
  const { environment, folder, readOnly, notice, hash, progress = () => undefined } = options
  const { files, log } = environment
  const catalog = await openCatalog({ files, folder: articleCatalogFolder(folder), type: articleCatalogType, readOnly, log })
  const workflow = await openWorkflowStore({ files, folder: join(folder, 'workflow'), readOnly, notice, catalog })
  const articles = openArticleStore({ environment, folder: join(folder, 'articles'), readOnly, hash, catalog })
  const source: CatalogSource = {
    catalog,
    stored: async () => new Set([...(await articles.stored()), ...(await workflow.stored())]),
    isFresh: async (id) => (await articles.isFresh(id)) && (await workflow.isFresh(id)),
    refresh: async (id) => {
      await articles.refresh(id)
      await workflow.refresh(id)
    },
  }
  await catchUp(source, !readOnly, progress)
  return {
    catalog,
    articles,
    workflow,
    verify: (stopped) => verifyCatalog(source, stopped),
    close: async () => {
      await articles.close()
      await catalog.close()
    },
  }
}
