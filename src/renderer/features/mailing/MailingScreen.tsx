import { useState } from 'react'
import { mailingApi } from '../../../shared/mailing/api.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Select } from '../../ui/Select.tsx'
import { WorkScreen } from '../../ui/WorkScreen.tsx'
import { BounceReader } from './BounceReader.tsx'
import { LetterForm } from './LetterForm.tsx'
import { LetterList } from './LetterList.tsx'
import styles from './MailingScreen.module.css'
import { SendSteps } from './SendSteps.tsx'

/** «Письмо о номере»: made up out of what is approved, tried on oneself, sent to the regional organisations. */
export const MailingScreen = () => {
  const words = useText().mailing.letter
  const format = useFormat()
  const { issue, may } = useSession()
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const mailboxes = (channels.value ?? []).filter(({ kind }) => kind === 'email')
  const [chosen, setChosen] = useState<string | null>(null)
  const channel = mailboxes.find(({ id }) => id === chosen) ?? mailboxes[0] ?? null
  const order = issue && channel ? { issue: issue.serial, channel: channel.id } : null
  const mailing = useQuery(mailingApi.read, order, ['mailing', 'publishing'])
  const letter = mailing.value
  const begun = letter !== null && letter.letters.length > 0
  return (
    <WorkScreen
      title={words.title}
      back={{ href: hrefOf({ section: 'publishing', article: null }), label: words.back }}
      beside={issue && <span>№ {issue.serial}</span>}
      isDense
      isRuled
    >
      {[channels, mailing].map(
        ({ failure, refresh }) => failure && <FailureMessage key={failure.what} failure={failure} onAction={refresh} />,
      )}
      {!issue && <EmptyState>{words.noIssue}</EmptyState>}
      {issue && channels.value && !channel && (
        <EmptyState action={<a href={hrefOf({ section: 'settings', part: 'channels' })}>{words.connect}</a>}>
          {words.noChannel}
        </EmptyState>
      )}
      {issue && channel && !mailing.loading && (
        <div className={styles.columns}>
          <div className={styles.making}>
            {mailboxes.length > 1 && (
              <Select
                label={words.channel}
                options={mailboxes.map(({ id, settings }) => ({ id, label: settings.from ?? id }))}
                value={channel.id}
                onChange={setChosen}
              />
            )}
            {!begun && may('publish') && (
              <LetterForm key={`${issue.serial} ${channel.id}`} issue={issue.serial} channel={channel.id} letter={letter} />
            )}
            {letter && (
              <SendSteps
                letter={letter}
                own={channel.settings.replyTo || channel.settings.from || ''}
                readOnly={!may('publish')}
              />
            )}
          </div>
          <div className={styles.result}>
            {begun && may('publish') && <BounceReader />}
            {letter && begun && <LetterList letters={letter.letters} readOnly={!may('publish')} />}
            {letter && (
              <section aria-label={words.preview}>
                <h2>{words.preview}</h2>
                {(begun ? [] : letter.warnings).map((warning) => (
                  <p key={warning} className={styles.warning}>
                    {warning}
                  </p>
                ))}
                <p className={styles.subject}>{letter.subject}</p>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
                <pre className={styles.text} tabIndex={0} lang="ru">
                  {letter.text}
                </pre>
                {letter.files.length > 0 && (
                  <p className={styles.note}>
                    {words.files(letter.files.map(({ name, size }) => words.file(name, format.bytes(size))).join('; '))}
                  </p>
                )}
              </section>
            )}
          </div>
        </div>
      )}
    </WorkScreen>
  )
}
