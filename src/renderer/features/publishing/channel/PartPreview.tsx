import type { ArticlePart, ChannelKind, ChannelPart, PostPart } from '../../../../shared/publishing/channel.ts'
import { ArticlePreview } from './ArticlePreview.tsx'
import { PostPreview } from './PostPreview.tsx'

/** The posts of a channel as its readers will see them. */
export const PartPreview = ({ parts, kind }: { readonly parts: readonly ChannelPart[]; readonly kind: ChannelKind }) => {
  const articles = parts.filter((part): part is ArticlePart => part.kind === 'article')
  const posts = parts.filter((part): part is PostPart => part.kind !== 'article')
  return (
    <>
      {articles.map((part) => (
        <ArticlePreview key={part.slug} part={part} kind={kind} />
      ))}
      {posts.length > 0 && <PostPreview parts={posts} kind={kind} />}
    </>
  )
}
