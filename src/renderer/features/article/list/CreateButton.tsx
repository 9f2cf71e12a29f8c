import { Plus } from 'lucide-react'
import { rubricApi } from '../../../../shared/rubric/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'

/** Begins a story; where rubrics have skeletons, asks which of them it begins with. `onCreate` gets the rubric, or none. */
export const CreateButton = ({ onCreate }: { readonly onCreate: (rubric: string) => void }) => {
  const text = useText().article
  const choices = useQuery(rubricApi.choices, {}, ['rubric'])
  const rubrics = choices.value?.skeletons ?? []
  const sign = <Plus size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
  if (rubrics.length === 0)
    return (
      <Button kind="primary" icon={sign} onPress={() => onCreate('')}>
        {text.create}
      </Button>
    )
  return (
    <Menu
      label={text.create}
      placement="bottom end"
      trigger={
        <Button kind="primary" icon={sign}>
          {text.create}
        </Button>
      }
      groups={[
        { id: 'empty', entries: [{ id: 'none', label: text.createEmpty, onAction: () => onCreate('') }] },
        {
          id: 'rubrics',
          title: text.createUnder,
          entries: rubrics.map((rubric) => ({ id: rubric, label: rubric, onAction: () => onCreate(rubric) })),
        },
      ]}
    />
  )
}
