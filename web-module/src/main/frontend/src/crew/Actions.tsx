import { type ReactNode, useEffect, useState } from 'react';

/** How long buttons that have just come where others were take no taps, in milliseconds. */
export const SETTLING = 600;

/**
 * The buttons under the thumb. When others take their place they take no taps for a moment: a hasty second tap was meant
 * for what was there before. Keys, which go to the one in focus, are not held up.
 */
export function Actions({ layout, children }: { layout: string; children: ReactNode }) {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    setSettled(undefined);
    const timer = setTimeout(() => setSettled(layout), SETTLING);
    return () => clearTimeout(timer);
  }, [layout]);
  return (
    <div className="crew-actions">
      {/* What lies below does not get the tap either: the ground around the buttons takes it. */}
      <div className="crew-actions-all" style={settled === layout ? undefined : { pointerEvents: 'none' }}>
        {children}
      </div>
    </div>
  );
}
