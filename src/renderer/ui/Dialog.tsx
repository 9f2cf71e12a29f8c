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
}

/** One decision over the screen. */
export const Dialog = ({ title, isOpen, onClose, children, actions, wide = false, alert = false }: DialogProps) => (
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
        <div className={styles.content}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
