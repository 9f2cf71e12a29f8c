import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { useText } from '../i18n/text.tsx'
import styles from './ComboField.module.css'
import { classes } from './classes.ts'
import fieldStyles from './Field.module.css'
import popupStyles from './Menu.module.css'

interface ComboFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  /** What is offered; other words may be typed as well. */
  readonly options: readonly string[]
  readonly hint?: string
}

/** A line of text that offers what is known already. */
export const ComboField = ({ label, value, onChange, onLeave, options, hint }: ComboFieldProps) => {
  const text = useText()
  return (
    <ComboBox
      className={fieldStyles.field ?? ''}
      inputValue={value}
      onInputChange={onChange}
      onBlur={() => onLeave?.()}
      defaultItems={options.map((name) => ({ name }))}
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.box}>
        <Input className={fieldStyles.input ?? ''} />
        <Button className={styles.open ?? ''} aria-label={text.ui.openList}>
          <ChevronDown size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        </Button>
      </div>
      {hint !== undefined && (
        <Text slot="description" className={fieldStyles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={popupStyles.popover ?? ''} offset={2}>
        <ListBox className={classes(popupStyles.menu, styles.list)}>
          {({ name }: { name: string }) => (
            <ListBoxItem id={name} textValue={name} className={classes(popupStyles.item)}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
