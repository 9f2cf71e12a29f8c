import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Toast.module.css'

/** Something done that can be taken back. Errors are never toasts. */
export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

interface Shown extends Toast {
  readonly id: number
}

const lifetime = 6000
const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** A function that shows a toast for six seconds. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext)

const ToastLine = ({ toast, onGone }: { toast: Shown; onGone: () => void }) => {
  const text = useText()
  const [paused, setPaused] = useState(false)
  const gone = useRef(onGone)
  useEffect(() => {
    gone.current = onGone
  })
  useEffect(() => {
    if (paused) return
    const timer = window.setTimeout(() => gone.current(), lifetime)
    return () => window.clearTimeout(timer)
  }, [paused])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message or focusing it only keeps it there longer.
    <div
      className={styles.toast}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            toast.action?.onPress()
            onGone()
          }}
        >
          {toast.action.label}
        </button>
      )}
      <span className={styles.close}>
        <IconButton icon={<X size={16} strokeWidth={1.5} absoluteStrokeWidth />} label={text.ui.dismiss} onPress={onGone} />
      </span>
    </div>
  )
}

export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const text = useText()
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const lastId = useRef(0)
  const show = useCallback((toast: Toast) => {
    lastId.current += 1
    const shown = { ...toast, id: lastId.current }
    setToasts((before) => [...before.slice(-1), shown])
  }, [])
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.region} aria-label={text.ui.messages} aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine
            key={toast.id}
            toast={toast}
            onGone={() => setToasts((before) => before.filter((each) => each.id !== toast.id))}
          />
        ))}
      </section>
    </ToastContext>
  )
}
