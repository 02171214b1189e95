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

/** Says what was done at once, and for a while how to undo it. */
export function notifyUndo(message: string, onUndo: () => void): void {
  const id = crypto.randomUUID();
  const undo = () => {
    hideNotice(id);
    onUndo();
  };
  notifyUndoable({ id, message, forMilliseconds: 10_000, onUndo: undo });
}

/** Says something that has to be read before going on, in several lines perhaps. */
export function notifyChanged(title: string, lines: string[]): void {
  overThePage((overlays) => overlays.tellChanged(title, lines));
}
