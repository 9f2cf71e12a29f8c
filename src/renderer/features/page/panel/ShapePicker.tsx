import { useEffect, useRef } from 'react'
import { layoutApi, type OfferedShape } from '../../../../shared/layout/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import styles from './ShapePicker.module.css'

interface ShapePickerProps {
  readonly issue: string
  readonly article: string
  readonly page: number
  readonly columns: number
  readonly onChoose: (shape: OfferedShape) => void
  readonly onClose: () => void
}

/** Modules of a page as high as the little drawings show it. */
const modulesOfPage = 20

const Drawing = ({ shape, columns }: { readonly shape: OfferedShape; readonly columns: number }) => (
  <svg viewBox={`0 0 ${columns * 8} ${modulesOfPage * 2}`} className={styles.drawing} aria-hidden>
    <rect width={columns * 8} height={modulesOfPage * 2} className={styles.sheet} />
    <rect width={shape.span * 8} height={shape.modules * 2} className={styles.zone} />
    {Array.from({ length: shape.span - 1 }, (_, at) => (at + 1) * 8).map((x) => (
      <path key={x} d={`M${x} 0V${shape.modules * 2}`} className={styles.column} />
    ))}
  </svg>
)

/** «Подобрать форму»: the shapes that fit a story best, each with its lines over or missing. */
export const ShapePicker = ({ issue, article, page, columns, onChoose, onClose }: ShapePickerProps) => {
  const text = useText().page
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  const { value, failure, refresh } = useQuery(layoutApi.shapes, { issue, article, page }, ['article', 'settings'])
  const ready = value !== null
  useEffect(() => {
    if (ready) list.current?.querySelector('button')?.focus()
  }, [ready])
  return (
    <section
      className={styles.shapes}
      aria-label={text.desk.shapes.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      {failure && <FailureMessage failure={failure} onAction={refresh} />}
      {!value && !failure && <p className={styles.note}>{text.desk.shapes.trying}</p>}
      {value?.length === 0 && <p className={styles.note}>{text.desk.shapes.none}</p>}
      <ul ref={list} className={styles.list}>
        {value?.map((shape) => {
          const { span, modules, overset } = shape
          const fit = overset === 0 ? text.exact : overset > 0 ? text.overset(overset) : text.underset(-overset)
          return (
            <li key={`${span} ${modules}`}>
              <button
                type="button"
                className={styles.tile}
                aria-label={text.desk.shapes.name(span, modules, fit)}
                title={fit}
                onClick={() => onChoose(shape)}
              >
                <Drawing shape={shape} columns={columns} />
                <span>
                  {span} × {modules}
                </span>
                <b className={overset > 0 ? styles.over : overset < 0 ? styles.under : styles.exact}>
                  {overset === 0 ? text.desk.shapes.exact : format.overset(overset)}
                </b>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
