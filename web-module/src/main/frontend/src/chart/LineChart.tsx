import { Axes, middle } from './Axes';
import { ChartTable } from './ChartTable';
import { ticksFor } from './scale';

export interface Line {
  name: string;
  /** One for each name below the chart; what is not known is a gap. */
  values: (number | undefined)[];
}

interface LineChartProps {
  label: string;
  names: string[];
  /** At most two: the second is dashed. */
  lines: Line[];
  format: (value: number) => string;
  axis?: (value: number) => string;
  height?: number;
}

/** Values over time; to those who do not see it, a table. */
export function LineChart({ label, names, lines, format, axis = format, height = 150 }: LineChartProps) {
  const ticks = ticksFor(lines.flatMap((line) => line.values.filter((value) => value !== undefined)));
  return (
    <figure className="portal-chart">
      <Axes ticks={ticks} names={names} height={height} format={axis}>
        {({ y }) => (
          <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
            {lines.map((line, index) => (
              <path key={index} className={`portal-chart-line portal-chart-line-${index}`} d={path(line.values, y)} />
            ))}
          </svg>
        )}
      </Axes>
      <ChartTable
        label={label}
        names={lines.map((line) => line.name)}
        rows={names.map((name, index) => [
          name,
          ...lines.map((line) => {
            const value = line.values[index];
            return value === undefined ? '–' : format(value);
          }),
        ])}
      />
    </figure>
  );
}

/** The way of a pen over the values; it is lifted at gaps. */
export function path(values: (number | undefined)[], y: (value: number) => number): string {
  let down = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        down = false;
        return '';
      }
      const step = `${down ? 'L' : 'M'}${middle(index, values.length)} ${y(value)}`;
      down = true;
      return step;
    })
    .join('');
}
