import { Fragment, type ReactNode } from 'react'
import { mediaAddress } from '../../../api/addresses.ts'
import { parseRichText, type RichNode } from './rich-text.ts'

const draw = (nodes: readonly RichNode[]): ReactNode =>
  nodes.map((node, at) => {
    const key = `${node.kind} ${at}`
    if (node.kind === 'text') return <Fragment key={key}>{node.text}</Fragment>
    if (node.kind === 'photo') return <img key={key} src={mediaAddress(node.media, 480)} alt={node.alternative} />
    if (node.kind === 'link')
      return (
        <a key={key} href={node.href} target="_blank" rel="noreferrer">
          {draw(node.children)}
        </a>
      )
    if (node.kind === 'group') return <Fragment key={key}>{draw(node.children)}</Fragment>
    const Tag = node.kind
    return <Tag key={key}>{draw(node.children)}</Tag>
  })

/** A network's formatted text, drawn element by element. */
export const RichText = ({ html }: { readonly html: string }) => draw(parseRichText(html))
