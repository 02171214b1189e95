import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';

interface TabListProps {
  label: string;
  /** The name of the tab that is open. */
  shown: string;
  /** The tabs in their order, name to words. */
  tabs: Record<string, string>;
}

/** The tabs of a page. On a phone they are wider than the screen, and the one shown is brought into view. */
export function TabList({ label, shown, tabs }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    <Tabs.List ref={list} mb="md" aria-label={label} className="portal-tabs">
      {Object.entries(tabs).map(([name, words]) => (
        <Tabs.Tab key={name} value={name}>
          {words}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
