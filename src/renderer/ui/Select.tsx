import { Check, ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { useText } from '../i18n/text.tsx'
import { classes } from './classes.ts'
import fieldStyles from './Field.module.css'
import popupStyles from './Menu.module.css'
import styles from './Select.module.css'

export interface Option<K extends string> {
  readonly id: K
  readonly label: string
}

interface SelectProps<K extends string> {
  readonly label: string
  /** Keeps the label for assistive technology only, where the place says it. */
  readonly hideLabel?: boolean
  readonly options: readonly Option<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly isDisabled?: boolean
}

/** One of a short list. */
export const Select = <K extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  isDisabled = false,
}: SelectProps<K>) => {
  const text = useText()
  return (
    <AriaSelect
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
      isDisabled={isDisabled}
      placeholder={text.ui.chooseOne}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={fieldStyles.label}>{label}</Label>}
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
      </Button>
      <Popover className={popupStyles.popover ?? ''} offset={2}>
        <ListBox className={popupStyles.menu ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className={classes(popupStyles.item)}>
              {({ isSelected }) => (
                <>
                  <span className={popupStyles.tick}>
                    {isSelected && <Check size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
                  </span>
                  <span className={popupStyles.label}>{option.label}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
