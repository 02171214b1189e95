import './storm.css';
import { type State, stateSvg } from './stormState';

/** The shape of a state; its word stands beside it. */
export function StateMark({ state, size = 16 }: { state: State; size?: number }) {
  return (
    <span
      className="portal-state-mark"
      style={{ width: size, height: size }}
      dangerouslySetInnerHTML={{ __html: stateSvg(state) }}
    />
  );
}
