import { overThePage } from './overThePage';

export interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  dangerous?: boolean;
  onYes: () => void;
  /** However it is said: by the button, by closing the question, by Escape. */
  onNo?: () => void;
}

export function confirm(question: Question): void {
  overThePage((overlays) => overlays.ask(question));
}
