import { asProblem } from '../api/problem';
import { overThePage } from './overThePage';

export function notifyDone(message: string): void {
  overThePage((overlays) => overlays.tellDone(message));
}

export function notifyProblem(error: unknown): void {
  overThePage((overlays) => overlays.tellProblem(asProblem(error).message));
}
