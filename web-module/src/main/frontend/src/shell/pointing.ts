import { type DndContextProps, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';

/** Dragging for those who point; a few pixels, so that a press is not yet a drag. Keys have a way of their own. */
export function usePointing() {
  return useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
}

/** What is moved is said by those who move it, in the words of the person. */
export const SILENT: DndContextProps['accessibility'] = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};
