import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { type FontFamilyId, fontFamilies, fontFamilyIds } from '../../../../shared/settings/font-family.ts'
import { type FontRole, type PageStyle, pageFormats, typographies } from '../../../../shared/settings/page-style.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './Style.module.css'
import { type StyleAct, type StyleDraft, sameStyle, seenStyle } from './style-draft.ts'
import {
  colourNames,
  formatFields,
  gridFields,
  headlineField,
  headlineRanks,
  inkField,
  processInkNames,
  type StyleField,
  type StyleGroup,
  shownNumber,
  sizeFields,
  withUsual,
} from './style-fields.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

export interface SectionProps {
  readonly draft: StyleDraft
  readonly act: (act: StyleAct) => void
  readonly readOnly: boolean
}

interface NumberFieldProps extends SectionProps {
  readonly field: StyleField
  readonly label: string
}

/** A measure that is typed; what it should be is said beside it once it was left. */
const NumberField = ({ field, label, draft, act, readOnly }: NumberFieldProps) => {
  const words = useText().style
  const typed = draft.typed.get(field.id)
  const isWrong = seenStyle(draft).wrong.has(field.id)
  return (
    <Field
      label={label}
      value={typed ?? shownNumber(field.read(draft.style))}
      onChange={(text) => act({ type: 'type', field: field.id, text })}
      onLeave={() => act({ type: 'leave' })}
      error={isWrong ? words.limits(shownNumber(field.limits[0]), shownNumber(field.limits[1]), field.isWhole) : null}
      isReadOnly={readOnly}
    />
  )
}

interface GroupProps extends SectionProps {
  readonly group: StyleGroup
  readonly children: ReactNode
}

/** Measures of one kind, with the way back to what they usually are. */
const Group = ({ group, draft, act, readOnly, children }: GroupProps) => {
  const words = useText().style
  const usual = withUsual(draft.style, group)
  return (
    <section className={styles.group} aria-labelledby={`style-${group}`}>
      <div className={styles.groupHead}>
        <h2 id={`style-${group}`}>{words.groups[group]}</h2>
        {!readOnly && !sameStyle(usual, draft.style) && (
          <Button
            kind="flat"
            icon={<RotateCcw {...icon} />}
            aria-label={words.resetGroupName(words.groups[group])}
            onPress={() => act({ type: 'choose', style: usual })}
          >
            {words.resetGroup}
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

const formatIds = ['a3', 'berliner', 'tabloid', 'a2', 'a4'] as const
const columnOptions = { '4': 4, '5': 5, '6': 6 } as const
const columnIds = ['4', '5', '6'] as const

export const FormatSection = (props: SectionProps) => {
  const { draft, act, readOnly } = props
  const words = useText().style
  const { style } = draft
  const choose = (next: PageStyle) => act({ type: 'choose', style: next })
  const format = formatIds.find(
    (id) => pageFormats[id].width === style.format.width && pageFormats[id].height === style.format.height,
  )
  const columns = columnIds.find((id) => columnOptions[id] === style.grid.columns) ?? null
  return (
    <Group {...props} group="format">
      <div className={styles.pair}>
        <Select
          label={words.format}
          options={[
            ...formatIds.map((id) => ({ id: id as string, label: words.formats[id] })),
            ...(format === undefined ? [{ id: 'own', label: words.ownFormat }] : []),
          ]}
          value={format ?? 'own'}
          isDisabled={readOnly}
          onChange={(id) => {
            const found = formatIds.find((each) => each === id)
            if (found) choose({ ...style, format: { ...style.format, ...pageFormats[found] } })
          }}
        />
        <Select
          label={words.typography}
          options={typographies.map((id) => ({ id, label: words.typographies[id] }))}
          value={style.typography}
          isDisabled={readOnly}
          onChange={(typography) => choose({ ...style, typography })}
        />
      </div>
      <div className={styles.three}>
        {formatFields.map((field) => (
          <NumberField key={field.id} {...props} field={field} label={words.measures[field.id]} />
        ))}
      </div>
      <div className={styles.three}>
        <Select
          label={words.columns}
          options={columnIds.map((id) => ({ id, label: id }))}
          value={columns}
          isDisabled={readOnly}
          onChange={(id) => choose({ ...style, grid: { ...style.grid, columns: columnOptions[id] } })}
        />
        {gridFields.map((field) => (
          <NumberField key={field.id} {...props} field={field} label={words.measures[field.id]} />
        ))}
      </div>
      <p className={styles.note}>{words.columnsHint}</p>
    </Group>
  )
}

const fontRoles = ['body', 'headline', 'service', 'label', 'nameplate'] as const satisfies readonly FontRole[]
const familyOptions = fontFamilyIds.map((id) => ({ id, label: fontFamilies[id].name }))

export const FontSection = (props: SectionProps) => {
  const { draft, act, readOnly } = props
  const words = useText().style
  const { style } = draft
  const choose = (role: FontRole, family: FontFamilyId) =>
    act({ type: 'choose', style: { ...style, fonts: { ...style.fonts, [role]: family } } })
  return (
    <Group {...props} group="fonts">
      <div className={styles.three}>
        {fontRoles.map((role) => (
          <Select
            key={role}
            label={words.fonts[role]}
            options={familyOptions}
            value={style.fonts[role]}
            isDisabled={readOnly}
            onChange={(family) => choose(role, family)}
          />
        ))}
      </div>
    </Group>
  )
}

const spans = [1, 2, 3, 4, 5, 6] as const

export const SizeSection = (props: SectionProps) => {
  const words = useText().style
  return (
    <Group {...props} group="sizes">
      <div className={styles.three}>
        {sizeFields.map((field) => (
          <NumberField key={field.id} {...props} field={field} label={words.measures[field.id]} />
        ))}
      </div>
      {headlineRanks.map((rank) => (
        <fieldset key={rank} className={styles.ranks}>
          <legend>{words.headlines[rank]}</legend>
          <div className={styles.six}>
            {spans.map((span) => (
              <NumberField key={span} {...props} field={headlineField(rank, span)} label={words.span(span)} />
            ))}
          </div>
        </fieldset>
      ))}
      <p className={styles.note}>{words.headlinesHint}</p>
    </Group>
  )
}

const inkPlaces = [0, 1, 2, 3] as const

export const ColourSection = (props: SectionProps) => {
  const words = useText().style
  const { style } = seenStyle(props.draft)
  return (
    <Group {...props} group="colours">
      {colourNames.map((name) => {
        const [red, green, blue] = style.colours[name].screen
        return (
          <fieldset key={name} className={styles.ranks}>
            <legend>
              <span
                className={styles.swatch}
                style={{ background: `rgb(${red * 255} ${green * 255} ${blue * 255})` }}
                aria-hidden
              />
              {words.colours[name]}
            </legend>
            <div className={styles.four}>
              {processInkNames.map((ink, at) => (
                <NumberField key={ink} {...props} field={inkField(name, inkPlaces[at] ?? 0)} label={words.inks[ink]} />
              ))}
            </div>
          </fieldset>
        )
      })}
      <p className={styles.note}>{words.coloursHint}</p>
    </Group>
  )
}
