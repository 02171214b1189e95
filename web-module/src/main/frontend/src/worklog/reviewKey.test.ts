import { expect, it } from 'vitest';
import { reviewKey } from './reviewKey';

const none = { ctrlKey: false, metaKey: false, altKey: false };
const queue = document.createElement('section');
queue.innerHTML = '<button></button><textarea></textarea>';
const button = queue.querySelector('button') as Element;

it('knows letters and arrows', () => {
  const meaning = (key: string) => reviewKey({ ...none, key, target: button }, queue);
  expect(['j', 'ArrowDown', 'K', 'a', 'R', 'u'].map(meaning)).toEqual([
    'next',
    'next',
    'previous',
    'approve',
    'reject',
    'undo',
  ]);
  expect(meaning('Enter')).toBeUndefined();
});

it('leaves alone what is typed into fields, and what is above the queue', () => {
  expect(reviewKey({ ...none, key: 'a', target: queue.querySelector('textarea') }, queue)).toBeUndefined();
  expect(reviewKey({ ...none, key: 'a', target: document.createElement('button') }, queue)).toBeUndefined();
});

it('leaves shortcuts of the browser alone', () => {
  expect(reviewKey({ ...none, ctrlKey: true, key: 'r', target: button }, queue)).toBeUndefined();
});
