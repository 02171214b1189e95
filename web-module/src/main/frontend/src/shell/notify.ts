import { asProblem } from '../api/problem';
import { overThePage } from './overThePage';

/** A message about something that can be taken back for some time. */
export interface Undoable {
  id: string;
  message: string;
  forMilliseconds: number;
  onUndo: () => void;
}

export function notifyDone(message: string): void {
  overThePage((overlays) => overlays.tellDone(message));
}

export function notifyProblem(error: unknown): void {
  overThePage((overlays) => overlays.tellProblem(asProblem(error).message));
}

export function notifyUndoable(undoable: Undoable): void {
  overThePage((overlays) => overlays.tellUndoable(undoable));
}

export function hideNotice(id: string): void {
  overThePage((overlays) => overlays.hide(id));
}
