import { ArticleEditor } from './ArticleEditor.tsx'
import { ArticleList } from './list/ArticleList.tsx'

/** «Материалы»: the list, or one article. */
export const ArticleScreen = ({ article }: { readonly article: string | null }) =>
  article === null ? <ArticleList /> : <ArticleEditor key={article} id={article} />
