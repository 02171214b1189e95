import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BarChart } from './BarChart';
import { LineChart, path } from './LineChart';
import { PartsBar } from './PartsBar';
import { everyNth, share, ticksFor } from './scale';
import { Sparkline } from './Sparkline';

describe('an axis', () => {
  it('has round values from 0 to at least the greatest', () => {
    expect(ticksFor([3, 7, 12])).toEqual([0, 5, 10, 15]);
    expect(ticksFor([0.3])).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksFor([1, 2], { whole: true })).toEqual([0, 1, 2]);
    expect(ticksFor([1834])).toEqual([0, 500, 1000, 1500, 2000]);
  });

  it('goes below 0 with what is below', () => {
    expect(ticksFor([-12, 4])).toEqual([-15, -10, -5, 0, 5]);
  });

  it('is there when there is nothing', () => {
    expect(ticksFor([])).toEqual([0, 1]);
    expect(ticksFor([0, 0])).toEqual([0, 1]);
  });

  it('tells how far up a value is', () => {
    expect(share(5, [0, 10])).toBe(0.5);
    expect(share(0, [-10, 0, 10])).toBe(0.5);
  });

  it('leaves out names that would touch', () => {
    expect(everyNth(6, 6)).toBe(1);
    expect(everyNth(31, 6)).toBe(6);
  });
});

describe('a chart', () => {
  it('is a table to those who do not see it', () => {
    render(
      <BarChart
        label="Hours of work"
        bars={[
          { name: 'Jan 5', title: 'First storm', value: 12 },
          { name: 'Jan 9', value: 30 },
        ]}
        format={(value) => `${value} h`}
      />,
    );
    const rows = within(screen.getByRole('table', { name: 'Hours of work' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['Hours of work', 'First storm12 h', 'Jan 930 h']);
  });

  it('draws bars as high as their values', () => {
    const { container } = render(
      <BarChart
        label="Depth"
        height={100}
        bars={[
          { name: 'a', value: 5 },
          { name: 'b', value: 10 },
        ]}
        format={String}
      />,
    );
    const heights = [...container.querySelectorAll('rect')].map((bar) => bar.getAttribute('height'));
    expect(heights).toEqual(['50', '100']);
  });

  it('says what is not known', () => {
    render(
      <LineChart label="Temperature" names={['Mon', 'Tue']} lines={[{ name: 'Max', values: [3, undefined] }]} format={String} />,
    );
    expect(screen.getByRole('row', { name: 'Tue –' })).toBeTruthy();
  });
});

describe('a line', () => {
  it('is lifted at gaps', () => {
    expect(path([1, 2, undefined, 4], (value) => value)).toBe('M12.5 1L37.5 2M87.5 4');
  });
});

it('says in words what a sparkline shows', () => {
  render(<Sparkline label="From 3 to 9 within a week" values={[3, 4, 9]} />);
  expect(screen.getByRole('img', { name: 'From 3 to 9 within a week' }).querySelector('path')).toBeTruthy();
});

it('says in words how a whole is divided, and draws no part of nothing', () => {
  render(
    <PartsBar
      label="Properties"
      parts={[
        { name: '3 done', value: 3, color: 'green' },
        { name: '0 in work', value: 0, color: 'blue' },
        { name: '9 untouched', value: 9, color: 'gray' },
      ]}
    />,
  );
  const bar = screen.getByRole('img', { name: 'Properties: 3 done, 0 in work, 9 untouched' });
  expect([...bar.children].map((part) => (part as HTMLElement).style.flexGrow)).toEqual(['3', '9']);
});
