import type { StyleFault } from '../../../../shared/settings/style-faults.ts'
import type { StyleRemark } from '../../../../shared/settings/style-remarks.ts'
import type { Messages } from '../../../i18n/ru.ts'
import { useText } from '../../../i18n/text.tsx'
import styles from './Style.module.css'
import { shownNumber as n } from './style-fields.ts'

interface Said {
  readonly what: string
  readonly todo: string
}

const ofFault = (fault: StyleFault, words: Messages['style']['faults']): Said => {
  switch (fault.kind) {
    case 'columnsNarrow':
      return words.columnsNarrow(fault.columns, n(fault.width), n(fault.least))
    case 'pageLow':
      return words.pageLow(fault.rows, fault.least)
    case 'leadingTight':
      return words.leadingTight(n(fault.size), n(fault.leading))
    case 'tooTall':
      return words.tooTall(words.parts[fault.of], n(fault.size), n(fault.leading))
    case 'headlinesCrossed':
      return words.headlinesCrossed(n(fault.smallest), n(fault.largest))
    case 'accentPale':
      return words.accentPale(n(fault.contrast), n(fault.least))
    case 'tintDark':
      return words.tintDark
    case 'inkHeavy':
      return words.inkHeavy(words.colours[fault.of], fault.sum, fault.most)
  }
}

const ofRemark = (remark: StyleRemark, words: Messages['style']['remarks']): Said => {
  switch (remark.kind) {
    case 'smallType':
      return words.smallType(words.parts[remark.of], n(remark.size), n(remark.least))
    case 'gridRest':
      return words.gridRest(remark.rows, n(remark.rest))
    case 'lineLength':
      return words.lineLength(remark.letters, remark.least, remark.most)
    case 'leadingLoose':
      return words.leadingLoose(n(remark.ratio))
    case 'manyInks':
      return words.manyInks(remark.inks)
  }
}

interface StyleComplaintsProps {
  readonly faults: readonly StyleFault[]
  readonly remarks: readonly StyleRemark[]
}

/** What does not fit together in the style, so that it can't be saved, and what is only worth a second look. */
export const StyleComplaints = ({ faults, remarks }: StyleComplaintsProps) => {
  const words = useText().style
  const said = [
    ...faults.map((fault) => ({ ...ofFault(fault, words.faults), isFault: true })),
    ...remarks.map((remark) => ({ ...ofRemark(remark, words.remarks), isFault: false })),
  ]
  return (
    <div role="status" className={styles.complaints}>
      {said.length > 0 && (
        <ul aria-label={words.complaints}>
          {said.map(({ what, todo, isFault }) => (
            <li key={what} className={isFault ? styles.fault : undefined}>
              <b>{what}</b>
              {todo}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
