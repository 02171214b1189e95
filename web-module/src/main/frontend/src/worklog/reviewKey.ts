export type ReviewAction = 'next' | 'previous' | 'approve' | 'reject' | 'undo';

const ACTIONS: Record<string, ReviewAction> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'approve',
  r: 'reject',
  u: 'undo',
};

/**
 * What a key means in the review queue. Single letters mean something only while the focus is in the queue itself: not
 * in a field, not in a dialog above it.
 */
export function reviewKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>,
  queue: Element,
): ReviewAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target as Element;
  if (!queue.contains(target) || target.closest('input, textarea, select, [contenteditable]')) return undefined;
  return ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
