import { Axes, middle } from './Axes';
import { ChartTable } from './ChartTable';
import { ticksFor } from './scale';

export interface Bar {
  /** What stands below it. */
  name: string;
  /** What it is, in full; the name if not given. */
  title?: string;
  value: number;
}

interface BarChartProps {
  /** What the chart shows. */
  label: string;
  bars: Bar[];
  format: (value: number) => string;
  /** What stands at the axis, where the format's unit would be too long. */
  axis?: (value: number) => string;
  /** Whether what is shown is counted, and has no halves. */
  whole?: boolean;
  /** Pixels, without the names below. */
  height?: number;
}

const VALUES_FIT = 8;

/** Columns from nothing up, with their values if they are few; to those who do not see it, a table. */
export function BarChart({ label, bars, format, axis = format, whole, height = 150 }: BarChartProps) {
  const ticks = ticksFor(bars.map((bar) => bar.value), { whole });
  const width = Math.min(62 / bars.length, 14);
  return (
    <figure className="portal-chart">
      <Axes ticks={ticks} names={bars.map((bar) => bar.name)} height={height} format={axis}>
        {({ y }) =>
          bars.map((bar, index) => (
            <g key={index}>
              <rect
                className="portal-chart-bar"
                x={`${middle(index, bars.length) - width / 2}%`}
                width={`${width}%`}
                y={y(Math.max(0, bar.value))}
                height={Math.abs(y(0) - y(bar.value))}
                rx={2}
              >
                <title>{`${bar.title ?? bar.name}: ${format(bar.value)}`}</title>
              </rect>
              {bars.length <= VALUES_FIT && (
                <text
                  className="portal-chart-value"
                  x={`${middle(index, bars.length)}%`}
                  y={y(Math.max(0, bar.value)) - 5}
                  textAnchor="middle"
                >
                  {axis(bar.value)}
                </text>
              )}
            </g>
          ))
        }
      </Axes>
      <ChartTable
        label={label}
        names={[label]}
        rows={bars.map((bar) => [bar.title ?? bar.name, format(bar.value)])}
      />
    </figure>
  );
}
