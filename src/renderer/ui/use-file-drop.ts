import { type DragEvent, useState } from 'react'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/**
 * Files dropped on an area: what the area listens to, and whether files that it takes are over it. `isOpen` false shows
 * nothing while they are.
 */
export const useFileDrop = (take: (files: readonly File[]) => void, isOpen = true) => {
  const [isOver, setOver] = useState(false)
  const watch = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(isOpen)
  }
  return {
    isOver,
    area: {
      onDragEnterCapture: watch,
      onDragOverCapture: watch,
      onDragLeaveCapture: () => setOver(false),
      onDropCapture: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        take([...event.dataTransfer.files])
      },
    },
  }
}
