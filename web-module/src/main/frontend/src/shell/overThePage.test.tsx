import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { confirm } from './confirm';
import { notifyChanged, notifyProblem, notifyUndo } from './notify';
import { allOverThePage, OverlaysWhenWanted } from './overThePage';

it('leaves no question and no message to whoever comes next, but that something failed', async () => {
  render(
    <MantineProvider>
      <OverlaysWhenWanted />
    </MantineProvider>,
  );
  const onYes = vi.fn();
  const onNo = vi.fn();
  await act(async () => {
    confirm({ title: 'Delete Mill?', text: 'It is gone then.', yes: 'Delete', onYes, onNo });
    notifyChanged('Mill was changed meanwhile', ['Notes: Gate 4711']);
    notifyUndo('Mill is paused', () => undefined);
    notifyProblem(new Error('The portal could not be reached.'));
  });
  await screen.findByRole('dialog');
  expect(document.body.textContent).toMatch(/Gate 4711.*Mill is paused/);

  act(() => allOverThePage.clear());
  await waitFor(() => expect(document.body.textContent).not.toContain('Mill'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.body.textContent).toContain('could not be reached');
  expect(onNo).toHaveBeenCalledOnce();
  expect(onYes).not.toHaveBeenCalled();
});
