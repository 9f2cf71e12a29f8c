import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { articleApi } from '../../../shared/article/api.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import { type Mailing, pdfWays } from '../../../shared/mailing/mailing.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './MailingScreen.module.css'

/** As many sheets as a letter takes. */
const mostNotices = 5

interface LetterFormProps {
  readonly issue: string
  readonly channel: string
  /** The letter as it was made up last; null while it was not. */
  readonly letter: Mailing | null
}

/** What a person says of the letter; the stories come by themselves. */
export const LetterForm = ({ issue, channel, letter }: LetterFormProps) => {
  const words = useText().mailing.letter
  const client = useClient()
  const toast = useToast()
  const { publication } = useSession()
  const [subject, setSubject] = useState(letter?.subject ?? words.subjectUsual(publication?.name ?? '', issue))
  const [intro, setIntro] = useState(letter?.intro ?? '')
  const [pdf, setPdf] = useState(letter?.pdf ?? 'attach')
  const [pdfLink, setPdfLink] = useState(letter?.pdfLink ?? '')
  const [notices, setNotices] = useState<readonly string[]>(letter?.notices ?? [])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const articles = useQuery(articleApi.list, { issue }, ['article', 'workflow', 'issue'])
  const approved = (articles.value ?? []).filter(({ status }) => status === 'approved' || status === 'published')
  const compose = async () => {
    setBusy(true)
    const order = { issue, channel, subject, intro, pdf, pdfLink, notices: [...notices] }
    const made = await client.call(mailingApi.compose, order)
    setBusy(false)
    setFailure(made.ok ? null : made.failure)
    if (made.ok) toast({ text: words.composed })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void compose()
      }}
    >
      <h2>{words.step(1, words.steps.compose)}</h2>
      <Field label={words.subject} value={subject} onChange={setSubject} />
      <Field label={words.intro} value={intro} onChange={setIntro} lines={4} hint={words.introHint} />
      <Select label={words.pdf} options={pdfWays.map((id) => ({ id, label: words.pdfs[id] }))} value={pdf} onChange={setPdf} />
      {pdf === 'link' && <Field label={words.pdfLink} value={pdfLink} onChange={setPdfLink} type="url" />}
      {approved.length > 0 && (
        <details className={styles.more}>
          <summary>{words.notices}</summary>
          <p className={styles.note}>{words.noticesHint}</p>
          {approved.map(({ id, headline }) => {
            const taken = notices.includes(id)
            return (
              <CheckBox
                key={id}
                isSelected={taken}
                isDisabled={!taken && notices.length >= mostNotices}
                onChange={(selected) => setNotices(selected ? [...notices, id] : notices.filter((each) => each !== id))}
              >
                {headline}
              </CheckBox>
            )
          })}
        </details>
      )}
      <div>
        <Button kind={letter === null ? 'primary' : 'plain'} type="submit" isDisabled={busy || subject.trim() === ''}>
          {busy ? words.composing : letter === null ? words.compose : words.composeAgain}
        </Button>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </form>
  )
}
