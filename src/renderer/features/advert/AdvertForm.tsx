import { useState } from 'react'
import { type Advert, advertApi } from '../../../shared/advert/api.ts'
import type { Failure } from '../../../shared/api/result.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { useClient } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { readDeadline } from '../../i18n/read-moment.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './AdvertForm.module.css'
import { advertPlaces, moveAdvert } from './advert-places.ts'

const counts = (most: number): readonly { readonly id: string; readonly label: string }[] =>
  Array.from({ length: most }, (_, index) => ({ id: String(index + 1), label: String(index + 1) }))

/** As many modules as a page has room for. */
const mostModules = 18
const anywhere = 'any'
const nowhere = 'nowhere'

interface AdvertFormProps {
  readonly advert: Advert
  readonly issue: Issue
}

/** The fields of an advert; each is saved as it is left. */
export const AdvertForm = ({ advert, issue }: AdvertFormProps) => {
  const words = useText().advert
  const client = useClient()
  const format = useFormat()
  const [draft, setDraft] = useState({
    ...{ advertiser: advert.advertiser, title: advert.title, token: advert.token },
    deadline: advert.deadline === null ? '' : format.typedMoment(advert.deadline),
  })
  const [late, setLate] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const nameless = draft.advertiser.trim() === '' && draft.title.trim() === ''
  const places = advertPlaces(issue).filter((place) => place.advert === null || place.advert === advert.id)
  const placeId = (page: number, zone: string) => `${page} ${zone}`
  const own = places.find((place) => place.advert === advert.id)

  const save = async (more: Partial<Pick<Advert, 'columns' | 'modules' | 'page'>> = {}) => {
    const due = draft.deadline.trim() === '' ? null : readDeadline(draft.deadline, Date.now())
    setLate(due === null && draft.deadline.trim() !== '')
    if (nameless) return
    const { columns, modules, issue: serial, page } = { ...advert, ...more }
    const saved = await client.call(advertApi.update, {
      advert: advert.id,
      words: { advertiser: draft.advertiser.trim(), title: draft.title.trim(), token: draft.token.trim(), columns, modules },
      order: { issue: serial, page, deadline: draft.deadline.trim() === '' ? null : (due ?? advert.deadline) },
    })
    setFailure(saved.ok ? null : saved.failure)
  }
  const stand = async (chosen: string) => {
    const to = places.find(({ page, zone }) => placeId(page, zone) === chosen) ?? null
    const moved = await client.call(issueApi.arrange, {
      ...{ issue: issue.serial, placements: {} },
      dummies: moveAdvert(issue, advert.id, to),
    })
    setFailure(moved.ok ? null : moved.failure)
  }
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    onLeave: () => void save(),
  })

  return (
    <div className={styles.form}>
      {failure && <FailureMessage failure={failure} />}
      <div className={styles.pair}>
        <Field label={words.name} {...field('title')} error={nameless ? words.nameError : null} />
        <Field label={words.advertiser} {...field('advertiser')} hint={words.advertiserHint} />
      </div>
      <div className={styles.four}>
        <Select
          label={words.columns}
          options={counts(issue.columns)}
          value={String(advert.columns)}
          onChange={(value) => void save({ columns: Number(value) })}
        />
        <Select
          label={words.modules}
          options={counts(mostModules)}
          value={String(advert.modules)}
          onChange={(value) => void save({ modules: Number(value) })}
        />
        <Select
          label={words.wished}
          options={[{ id: anywhere, label: words.anyPage }, ...counts(issue.pages)]}
          value={advert.page === null ? anywhere : String(advert.page)}
          onChange={(value) => void save({ page: value === anywhere ? null : Number(value) })}
        />
        <Field
          label={words.deadline}
          {...field('deadline')}
          hint={words.deadlineHint}
          error={late ? words.deadlineError : null}
        />
      </div>
      <div className={styles.pair}>
        {places.length === 0 ? (
          <p className={styles.hint}>
            {words.noPlaces} <a href={hrefOf({ section: 'page', page: advert.page })}>{words.toPages}</a>
          </p>
        ) : (
          <Select
            label={words.place}
            options={[
              { id: nowhere, label: words.nowhere },
              ...places.map(({ page, zone, span, rows }) => ({
                id: placeId(page, zone),
                label: words.placeOption(page, span, rows),
              })),
            ]}
            value={own ? placeId(own.page, own.zone) : nowhere}
            onChange={(value) => void stand(value)}
          />
        )}
        <Field label={words.token} {...field('token')} hint={words.tokenHint} />
      </div>
    </div>
  )
}
