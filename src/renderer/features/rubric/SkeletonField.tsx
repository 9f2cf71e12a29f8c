import { Plus, Trash2 } from 'lucide-react'
import { blockKinds } from '../../../shared/article/text-schema.ts'
import type { SkeletonBlock } from '../../../shared/rubric/skeleton.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './SkeletonField.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** A row of the skeleton while it is edited; the id keeps rows apart. */
export interface DraftBlock extends SkeletonBlock {
  readonly id: number
}

interface SkeletonFieldProps {
  readonly value: readonly DraftBlock[]
  readonly onChange: (value: DraftBlock[]) => void
}

/** What a new story of the rubric begins with: blocks in their order, each with a prompt for who writes. */
export const SkeletonField = ({ value, onChange }: SkeletonFieldProps) => {
  const text = useText()
  const words = text.rubric.form.skeleton
  const put = (id: number, part: Partial<SkeletonBlock>) =>
    onChange(value.map((block) => (block.id === id ? { ...block, ...part } : block)))
  const kinds = blockKinds.map((id) => ({ id, label: text.article.kinds[id] }))
  return (
    <fieldset className={styles.skeleton}>
      <legend>{words.title}</legend>
      <p className={styles.hint}>{words.hint}</p>
      {value.map(({ id, kind, prompt }, at) => (
        <div key={id} className={styles.row}>
          <Select label={words.kind(at + 1)} options={kinds} value={kind} onChange={(chosen) => put(id, { kind: chosen })} />
          <Field label={words.prompt(at + 1)} value={prompt} onChange={(typed) => put(id, { prompt: typed.slice(0, 300) })} />
          <IconButton
            icon={<Trash2 {...icon} />}
            label={words.remove(at + 1)}
            onPress={() => onChange(value.filter((block) => block.id !== id))}
          />
        </div>
      ))}
      {value.length < 40 && (
        <Button
          icon={<Plus {...icon} />}
          onPress={() =>
            onChange([...value, { id: Math.max(0, ...value.map(({ id }) => id)) + 1, kind: 'paragraph', prompt: '' }])
          }
        >
          {words.add}
        </Button>
      )}
    </fieldset>
  )
}
