import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './KeyList.module.css'
import { describeBinding, frameKeys, type KeyBinding, startKeys } from './keys.ts'
import { onMac } from './use-keys.ts'

/** All keys, by place: F1. */
export const KeyList = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const text = useText()
  const mac = onMac()
  const key = (binding: KeyBinding) => describeBinding(binding, mac)
  const names = text.app.keyNames
  const groups: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
    {
      title: text.app.keyLists.everywhere,
      rows: [
        [text.app.section.desk, key(frameKeys.desk)],
        [text.app.section.issue, key(frameKeys.issue)],
        [text.app.section.article, key(frameKeys.article)],
        [text.app.section.page, key(frameKeys.page)],
        [text.app.section.publishing, key(frameKeys.publishing)],
        [text.app.section.advert, key(frameKeys.advert)],
        [text.app.section.calendar, key(frameKeys.calendar)],
        [text.app.section.signoff, key(frameKeys.signoff)],
        [text.app.section.settings, key(frameKeys.settings)],
        [text.app.find, key(frameKeys.find)],
        [names.regions, `${key(frameKeys.nextRegion)}, ${key(frameKeys.previousRegion)}`],
        [names.keyList, key(frameKeys.keyList)],
        [names.escape, 'Esc'],
      ],
    },
    {
      title: text.app.keyLists.start,
      rows: [
        [text.start.demo.title, key(startKeys.demo)],
        [text.start.create.title, key(startKeys.create)],
        [text.start.open.title, key(startKeys.open)],
      ],
    },
    {
      title: text.app.keyLists.issue,
      rows: [
        [names.choose, '↑ ↓'],
        [names.toHandle, '→'],
        [names.take, 'Enter'],
        [names.place, 'Tab'],
        [names.put, 'Enter'],
        [names.putBack, 'Esc'],
      ],
    },
    ...text.app.moreKeys,
  ]
  return (
    <Dialog
      title={text.app.keys}
      isOpen={isOpen}
      onClose={onClose}
      wide
      actions={<Button onPress={onClose}>{text.ui.close}</Button>}
    >
      <p className={styles.hint}>{text.app.keysHint}</p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.list}>
              {group.rows.map(([name, keys]) => (
                <div key={name} className={styles.row}>
                  <dt>{name}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
