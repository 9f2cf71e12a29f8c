import {
  CalendarDays,
  Columns3,
  FileText,
  LampDesk,
  type LucideIcon,
  Megaphone,
  Newspaper,
  Send,
  Signature,
  SlidersHorizontal,
} from 'lucide-react'
import type { Section } from './router.ts'

/** The sections of the rail in the order of their keys. */
export const sections: readonly { readonly id: Section; readonly icon: LucideIcon }[] = [
  { id: 'desk', icon: LampDesk },
  { id: 'issue', icon: Newspaper },
  { id: 'article', icon: FileText },
  { id: 'page', icon: Columns3 },
  { id: 'publishing', icon: Send },
  { id: 'advert', icon: Megaphone },
  { id: 'calendar', icon: CalendarDays },
  { id: 'signoff', icon: Signature },
  { id: 'settings', icon: SlidersHorizontal },
]
