import type { Editor } from '@tiptap/react'
import { ArrowLeft } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { articleApi } from '../../../shared/article/api.ts'
import { bodyName } from '../../../shared/article/article-document.ts'
import type { ArticleField } from '../../../shared/article/content.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSavedMark, useSession } from '../../app/session.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import styles from './ArticleEditor.module.css'
import { anchorOfSelection } from './comment/anchor.ts'
import { CommentPanel, type NewComment } from './comment/CommentPanel.tsx'
import { commentKey } from './comment/comment-key.ts'
import { useComments } from './comment/use-comments.ts'
import { useSeen } from './comment/use-seen.ts'
import { AddressDialog } from './editor/AddressDialog.tsx'
import { BodyEditor } from './editor/BodyEditor.tsx'
import { toAddress } from './editor/marks.ts'
import { Toolbar } from './editor/Toolbar.tsx'
import { useInsets } from './editor/use-insets.tsx'
import { LineField } from './fields/LineField.tsx'
import { FindBar } from './find/FindBar.tsx'
import { useFinding } from './find/use-finding.ts'
import { FindingMenu } from './finding/FindingMenu.tsx'
import { FindingPanel } from './finding/FindingPanel.tsx'
import { useFindingMenu } from './finding/use-finding-menu.ts'
import { useFindings } from './finding/use-findings.ts'
import { ForeignArticle } from './foreign/ForeignArticle.tsx'
import { LostList } from './lost/LostList.tsx'
import { useLost } from './lost/use-lost.ts'
import { MovedLine } from './move/MovedLine.tsx'
import type { Moved } from './move/moving.ts'
import { LengthBar } from './panel/LengthBar.tsx'
import { SidePanel, type SideTab } from './panel/SidePanel.tsx'
import { useSummary } from './panel/use-summary.ts'
import { WorkflowPanel } from './panel/WorkflowPanel.tsx'
import { PhotoPlaceProvider } from './photo/photo-place.tsx'
import { type SlashKeys, SlashMenu } from './slash/SlashMenu.tsx'
import { nextSuggestion, showSuggestion } from './suggest/decide.ts'
import { SuggestionPanel } from './suggest/SuggestionPanel.tsx'
import { useSuggestingMode } from './suggest/use-suggesting-mode.ts'
import { useSuggestionKeys } from './suggest/use-suggestion-keys.ts'
import { useSuggestions } from './suggest/use-suggestions.ts'
import type { ArticleSession } from './sync/article-session.ts'
import { useArticleSession } from './sync/use-article-session.ts'
import { TypographyDialog } from './typography/TypographyDialog.tsx'
import { typographyKey } from './typography/typography-key.ts'
import { ReunionNotice } from './version/ReunionNotice.tsx'
import { VersionPanel } from './version/VersionPanel.tsx'
import { areaHistory } from './words/history.ts'
import { useArticleWords } from './words/use-article-words.ts'

const fields: readonly { readonly field: ArticleField; readonly look: 'headline' | 'deck' | 'small' }[] = [
  { field: 'rubric', look: 'small' },
  { field: 'kicker', look: 'small' },
  { field: 'headline', look: 'headline' },
  { field: 'deck', look: 'deck' },
  { field: 'byline', look: 'small' },
]

interface OpenArticleProps {
  readonly session: ArticleSession
  readonly readOnly: boolean
  /**
   * Why the person at the window may not write here: empty where nobody is chosen, which is said above every screen; null when they
   * may, or the folder is open for reading.
   */
  readonly complaint: string | null
  /** Why the last attempt to save failed; null when it did not. */
  readonly unsaved: Failure | null
}

/** Remembered: «Сохраняем…» and «Сохранено» take turns while somebody types, and change nothing here. */
const OpenArticle = memo(({ session, readOnly, complaint, unsaved }: OpenArticleProps) => {
  const text = useText()
  const [editor, setEditor] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const insets = useInsets(editor, session.doc.getXmlFragment(bodyName))
  const slashKeys: SlashKeys = useRef(null)
  const [moved, setMoved] = useState<{ readonly moved: Moved } | null>(null)
  const column = useRef<HTMLDivElement>(null)
  const summary = useSummary(session)
  const [side, setSide] = useState<SideTab>('workflow')
  const mode = useSuggestingMode(readOnly)
  const suggestions = useSuggestions(editor)
  useSuggestionKeys(editor, readOnly, mode.toggle)
  const showSuggestions = () => {
    setSide('suggestions')
    const first = editor && (nextSuggestion(editor, false) ?? nextSuggestion(editor, true))
    if (editor && first) showSuggestion(editor, first)
  }

  const comments = useComments(session, editor)
  const seen = useSeen(session.id)
  const lost = useLost(session)
  const [draft, setDraft] = useState<NewComment | null>(null)
  const beginComment = () => {
    if (!editor || readOnly) return
    setSide('comments')
    setDraft({ anchor: anchorOfSelection(editor, session.doc.getXmlFragment(bodyName)) })
  }
  const [typography, setTypography] = useState(false)
  useKeys([
    { binding: commentKey, run: beginComment },
    { binding: typographyKey, run: () => setTypography(!readOnly) },
  ])
  const { words, marks } = useArticleWords(editor, session.doc, column)
  const finding = useFinding(words)
  const findings = useFindings(words)
  const findingMenu = useFindingMenu(words, findings)
  const history = areaHistory(editor)

  const leadOn = (from: number) => {
    const next = column.current?.querySelectorAll('textarea')[from + 1]
    if (next) next.focus()
    else editor?.commands.focus('start')
  }

  return (
    <PhotoPlaceProvider article={session.id} summary={summary.value}>
      <SplitView
        id="article"
        sideName={text.article.panel.label}
        sideSize={328}
        side={
          <SidePanel
            selected={side}
            onSelect={setSide}
            workflow={
              <WorkflowPanel
                id={session.id}
                summary={summary.value}
                onBeforeStep={session.settle}
                onShowSuggestions={showSuggestions}
              />
            }
            suggestions={editor && <SuggestionPanel editor={editor} open={suggestions} readOnly={readOnly} />}
            suggestionCount={suggestions.length}
            comments={
              editor && (
                <CommentPanel
                  article={session.id}
                  editor={editor}
                  comments={comments}
                  since={seen.since}
                  onSeen={seen.see}
                  readOnly={readOnly}
                  draft={draft}
                  onBegin={beginComment}
                  onEnd={() => setDraft(null)}
                />
              )
            }
            findings={<FindingPanel findings={findings} readOnly={readOnly} />}
            findingCount={findings.open.length}
            commentCount={comments.threads.filter(({ resolved }) => resolved === null).length}
            versions={
              <>
                {editor && lost.length > 0 && <LostList session={session} editor={editor} lost={lost} readOnly={readOnly} />}
                <VersionPanel session={session} readOnly={readOnly} />
              </>
            }
            lostCount={lost.length}
          />
        }
      >
        {editor && !readOnly && (
          <Toolbar
            editor={editor}
            onLink={() => setLinking(true)}
            onPhoto={insets.askPhoto}
            onPicture={insets.askPicture}
            onVideo={insets.askVideo}
            onAttachment={insets.askAttachment}
            onFind={finding.find}
            onTypography={() => setTypography(true)}
            mode={mode}
          />
        )}
        {words && finding.open && (
          <FindBar
            key={finding.open.times}
            words={words}
            start={finding.open.start}
            replacing={finding.open.replacing}
            readOnly={readOnly}
            onClose={finding.close}
          />
        )}
        {readOnly && complaint !== '' && <p className={styles.readOnly}>{complaint ?? text.article.readOnly}</p>}
        {unsaved && (
          <FailureMessage
            failure={{ ...unsaved, safe: text.article.unsavedSafe }}
            onAction={session.flush}
            actionLabel={text.article.saveNow}
          />
        )}
        <ReunionNotice session={session} lostCount={lost.length} onShowLost={() => setSide('versions')} />
        {insets.notices}
        <MovedLine moved={moved?.moved ?? null} />
        <div className={styles.scroll}>
          <div ref={column} className={styles.column}>
            <h1 className={styles.hidden}>{text.article.screen}</h1>
            <a className={styles.back} href={hrefOf({ section: 'article', article: null })}>
              <ArrowLeft size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
              {text.article.backToList}
            </a>
            {fields.map(({ field, look }, at) => (
              <LineField
                key={field}
                field={field}
                label={text.article.fields[field]}
                text={session.doc.getText(field)}
                look={look}
                readOnly={readOnly}
                marks={marks}
                history={history}
                onEnter={() => leadOn(at)}
              />
            ))}
            <hr className={styles.rule} />
            <BodyEditor
              session={session}
              readOnly={readOnly}
              author={mode.author}
              onReady={setEditor}
              onLink={() => {
                if (editor && !editor.state.selection.empty) setLinking(true)
              }}
              onPictures={insets.addPictures}
              onPaste={insets.tellPaste}
              slashKeys={slashKeys}
              onMoved={(moved) => setMoved({ moved })}
            />
          </div>
        </div>
        <LengthBar
          session={session}
          editor={editor}
          summary={summary.value}
          remarks={findings.open.length}
          onRemarks={() => setSide('findings')}
        />
      </SplitView>
      {words && findingMenu.open && (
        <FindingMenu
          key={findingMenu.open.id}
          article={words}
          finding={findingMenu.open}
          findings={findings}
          readOnly={readOnly}
          onClose={findingMenu.close}
        />
      )}
      {words && typography && (
        <TypographyDialog article={words} suggesting={mode.author !== null} onClose={() => setTypography(false)} />
      )}
      {linking && (
        <AddressDialog
          title={text.article.linkDialog.title}
          words={text.article.linkDialog}
          read={toAddress}
          onAddress={(href) => editor?.chain().focus().setMark('link', { href }).run()}
          onClose={() => setLinking(false)}
        />
      )}
      {insets.outlets}
      {editor && !readOnly && (
        <SlashMenu
          editor={editor}
          keys={slashKeys}
          actions={{
            photo: insets.askPhoto,
            library: insets.askPicture,
            video: insets.askVideo,
            attachment: insets.askAttachment,
          }}
        />
      )}
    </PhotoPlaceProvider>
  )
})

/** One article: its text in the middle, its state and steps at the right, its length below. */
export const ArticleEditor = ({ id }: { readonly id: string }) => {
  const text = useText()
  const { session, view } = useArticleSession(id)
  const setSavedMark = useSavedMark()
  const { phase, save } = view
  const { person } = useSession()
  const writer = useQuery(articleApi.writer, { id, person: person?.id ?? null }, ['staff', 'workflow'])
  /** Undefined until it is known; of another person the answer for the one before stands until theirs comes. */
  const [complaint, setComplaint] = useState<string | null>()
  useEffect(() => {
    const said = writer.value?.complaint
    if (said !== undefined) setComplaint(said && `${said.what} ${said.todo}`)
    else if (writer.failure !== null) setComplaint((before) => before ?? null)
  }, [writer.value, writer.failure])

  useEffect(() => {
    setSavedMark(save.kind === 'untouched' ? null : save)
  }, [save, setSavedMark])
  useEffect(() => () => setSavedMark(null), [setSavedMark])

  // Who may write is known before anything can be typed.
  if (!session || phase.kind === 'loading' || complaint === undefined)
    return <p className={styles.opening}>{text.article.opening}</p>
  if (phase.kind === 'failed')
    return (
      <div className={styles.middle}>
        <FailureMessage failure={phase.failure} onAction={session.reload} />
        <p className={styles.opening}>
          <a href={hrefOf({ section: 'article', article: null })}>{text.article.backToList}</a>
        </p>
      </div>
    )
  if (phase.kind === 'foreign') return <ForeignArticle {...phase} />
  return (
    <OpenArticle
      key={id}
      session={session}
      readOnly={phase.readOnly || complaint !== null}
      complaint={phase.readOnly ? null : person === null && complaint !== null ? '' : complaint}
      unsaved={save.kind === 'unsaved' ? save.failure : null}
    />
  )
}
