import './chart.css';
import type { ReactNode } from 'react';
import { everyNth, share } from './scale';

const LEFT = 52;
const TOP = 18;
const BOTTOM = 24;

/** Where charts draw: across in per cent of what is right of the axis, down in pixels. */
export interface Plot {
  /** Pixels from the top of the picture. */
  y(value: number): number;
  height: number;
}

interface AxesProps {
  ticks: number[];
  names: string[];
  height: number;
  format: (value: number) => string;
  children: (plot: Plot) => ReactNode;
}

/** The axis with its values, and the names below; widths are per cents, so that nothing is measured or redrawn. */
export function Axes({ ticks, names, height, format, children }: AxesProps) {
  const plot: Plot = { height, y: (value) => height - share(value, ticks) * height };
  const nth = everyNth(names.length, 6);
  return (
    <div style={{ paddingLeft: LEFT }} aria-hidden="true">
      <svg width="100%" height={height + TOP + BOTTOM}>
        <g transform={`translate(0 ${TOP})`}>
          {ticks.map((tick) => (
            <g key={tick} transform={`translate(0 ${plot.y(tick)})`}>
              <line x1={0} x2="100%" className="portal-chart-grid" />
              <text x={-8} dy="0.32em" textAnchor="end">
                {format(tick)}
              </text>
            </g>
          ))}
          {children(plot)}
          {names.map((name, index) =>
            index % nth === 0 ? (
              <text key={index} x={`${middle(index, names.length)}%`} y={height + 18} textAnchor="middle">
                {name}
              </text>
            ) : null,
          )}
        </g>
      </svg>
    </div>
  );
}

/** The middle of one of so many columns, in per cent. */
export function middle(index: number, count: number): number {
  return ((index + 0.5) / count) * 100;
}
