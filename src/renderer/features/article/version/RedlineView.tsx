import { type InsetType, insetTypes } from '../../../../shared/article/text-schema.ts'
import type { Piece, Redline, RedlineBlock, RedlineKind } from '../../../../shared/article/version/redline.ts'
import { useText } from '../../../i18n/text.tsx'
import styles from './RedlineView.module.css'

const isInset = (kind: RedlineKind): kind is InsetType => insetTypes.some((type) => type === kind)

/** A run of text with what went struck and what came underlined. */
const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map(({ kind, text }, at) => {
    const key = `${at} ${kind}`
    if (kind === 'deleted') return <del key={key}>{text}</del>
    return kind === 'inserted' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
  })

type Row = { readonly key: string } & ({ readonly block: RedlineBlock } | { readonly unchanged: number })

/** Blocks in order; of a row of unchanged ones only those beside a change are shown. */
const rowsOf = (blocks: readonly RedlineBlock[]): readonly Row[] => {
  const isShown = (at: number) =>
    [at - 1, at, at + 1].some((near) => blocks[near] !== undefined && blocks[near].change !== 'same')
  const rows: Row[] = []
  let unchanged = 0
  const flush = () => {
    if (unchanged > 0) rows.push({ key: `${rows.length} unchanged`, unchanged })
    unchanged = 0
  }
  for (const [at, block] of blocks.entries()) {
    if (isShown(at)) {
      flush()
      rows.push({ key: `${rows.length} ${block.change}`, block })
    } else unchanged += 1
  }
  flush()
  return rows
}

interface RedlineViewProps {
  readonly redline: Redline
  readonly nameOf: (person: string) => string
}

/** Two versions as one text: what went, what came, what was carried elsewhere, and who did it. */
export const RedlineView = ({ redline, nameOf }: RedlineViewProps) => {
  const text = useText()
  const words = text.version
  const kindOf = (kind: RedlineKind): string => (isInset(kind) ? text.article.insets[kind] : text.article.kinds[kind])
  const notesOf = ({ change, kind, kindBefore, medium, mediumBefore, isFormatted, persons }: RedlineBlock): readonly string[] => {
    const mediumName = (one: RedlineBlock['medium']) => (one === 'everywhere' ? words.everywhere : text.article.mediums[one])
    return [
      words.changes[change],
      kindBefore === null ? '' : words.became(kindOf(kindBefore), kindOf(kind)),
      mediumBefore === null ? '' : words.became(mediumName(mediumBefore), mediumName(medium)),
      isFormatted ? words.look : '',
      ...persons.map(nameOf),
    ].filter((note) => note !== '')
  }
  const isSame = redline.fields.length === 0 && redline.blocks.every(({ change }) => change === 'same')
  return (
    <div className={styles.redline}>
      <p role="status" className={styles.summary}>
        {isSame ? words.same : words.summary(redline.inserted, redline.deleted)}
      </p>
      {redline.fields.map(({ field, pieces, persons }) => (
        <div key={field} className={styles.block} data-change="changed">
          <p className={styles.notes}>{[text.article.fields[field], ...persons.map(nameOf)].join(' · ')}</p>
          <p className={styles.text}>
            <Pieces pieces={pieces} />
          </p>
        </div>
      ))}
      {!isSame &&
        rowsOf(redline.blocks).map((row) =>
          'unchanged' in row ? (
            <p key={row.key} className={styles.unchanged}>
              {words.unchanged(row.unchanged)}
            </p>
          ) : (
            <div key={row.key} className={styles.block} data-change={row.block.change}>
              {row.block.change !== 'same' && <p className={styles.notes}>{notesOf(row.block).join(' · ')}</p>}
              <p className={styles.text} data-kind={row.block.kind}>
                <Pieces pieces={row.block.pieces} />
                {isInset(row.block.kind) && <span className={styles.photo}> [{text.article.insets[row.block.kind]}]</span>}
              </p>
            </div>
          ),
        )}
    </div>
  )
}
