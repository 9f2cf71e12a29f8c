import type { ReactNode } from 'react'
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
          <div className={styles.content}>{children}</div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </Body>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
