import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the safe one first. */
  readonly actions?: ReactNode
  readonly wide?: boolean
  /** A question that needs an answer: Esc still means «Отмена», a click beside it does not. */
  readonly alert?: boolean
  /** Makes the dialog a form: Enter and the button of type `submit` mean this. */
  readonly onSubmit?: () => void
}

interface BodyProps {
  readonly children: ReactNode
  readonly onSubmit: (() => void) | undefined
}

const Body = ({ children, onSubmit }: BodyProps) =>
  onSubmit ? (
    <form
      className={styles.body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // A dialog is drawn outside of what opened it, but React still hands its events to those around it.
        event.stopPropagation()
        onSubmit()
      }}
    >
      {children}
    </form>
  ) : (
    <div className={styles.body}>{children}</div>
  )

/** What stands between title and buttons. What is longer than the window can be scrolled from the keyboard. */
const Content = ({ children }: { readonly children: ReactNode }) => {
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const { current } = content
    if (!current) return
    const look = () => setScrolls(current.scrollHeight > current.clientHeight + 1)
    const sizes = new ResizeObserver(look)
    const parts = new MutationObserver(look)
    sizes.observe(current)
    parts.observe(current, { childList: true, subtree: true })
    look()
    return () => {
      sizes.disconnect()
      parts.disconnect()
    }
  }, [])
  return (
    <div ref={content} className={styles.content} {...(scrolls ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}

/** One decision over the screen. */
export const Dialog = ({ title, isOpen, onClose, children, actions, wide = false, alert = false, onSubmit }: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
    isDismissable={!alert}
    className={styles.overlay ?? ''}
  >
    <Modal className={classes(styles.modal, wide && styles.wide)}>
      <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
        <Heading slot="title" className={styles.title ?? ''}>
          {title}
        </Heading>
        <Body onSubmit={onSubmit}>
          <Content>{children}</Content>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </Body>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
