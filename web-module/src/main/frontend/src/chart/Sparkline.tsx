import './chart.css';
import { path } from './LineChart';
import { share, ticksFor } from './scale';

interface SparklineProps {
  /** What it tells, in words: it has no axis to read. */
  label: string;
  /** The oldest first; what is not known is a gap. */
  values: (number | undefined)[];
  width?: number;
  height?: number;
}

/** How a value went, in the size of a word. */
export function Sparkline({ label, values, width = 96, height = 24 }: SparklineProps) {
  const ticks = ticksFor(values.filter((value) => value !== undefined));
  const y = (value: number) => height - 2 - share(value, ticks) * (height - 4);
  return (
    <svg
      role="img"
      aria-label={label}
      className="portal-sparkline"
      width={width}
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
    >
      <path
        d={path(values, y)}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
