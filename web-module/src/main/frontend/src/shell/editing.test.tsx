import { MantineProvider, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { EditForm } from './editing';

interface Site {
  name: string;
  notes: string;
  version: number;
}

/** A server that holds one site, and refuses who does not know its newest version. */
class Server {
  site: Site = { name: 'Mill', notes: 'Gate 5', version: 1 };

  save(name: string, notes: string, version: number): Site {
    if (name === 'Taken') throw new Problem(409, 'name-taken', 'Another site is called so.');
    if (version !== this.site.version) throw new Problem(412, 'stale-version', 'Somebody changed it.');
    this.site = { name, notes, version: version + 1 };
    return this.site;
  }
}

function SitePage({ server }: { server: Server }) {
  const [site, setSite] = useState(server.site);
  const stored = { name: site.name, notes: site.notes };
  const form = useForm({ initialValues: stored });
  const save = useMutation<Site, Error, typeof stored>({
    mutationFn: async ({ name, notes }) => server.save(name, notes, site.version),
  });
  return (
    <EditForm
      form={form}
      save={save}
      bodyOf={(values) => values}
      stored={stored}
      names={{ name: 'Name', notes: 'Notes' }}
      fieldOf={{ 'name-taken': 'name' }}
      onReload={() => setSite(server.site)}
    >
      <TextInput label="Name" {...form.getInputProps('name')} />
      <TextInput label="Notes" {...form.getInputProps('notes')} />
    </EditForm>
  );
}

function open(server: Server) {
  const router = createMemoryRouter(
    [
      { path: '/sites', element: <p>All sites</p> },
      { path: '/sites/1', element: <SitePage server={server} /> },
    ],
    { initialEntries: ['/sites/1'] },
  );
  return render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

async function type(name: string, text: string) {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
}

describe('a form that changes something', () => {
  let server: Server;

  beforeEach(() => {
    sessionStorage.clear();
    server = new Server();
  });

  it('saves, and goes back to the list', async () => {
    open(server);
    await type('Name', 'Old mill');
    await press('Save');
    expect(await screen.findByText('All sites')).toBeTruthy();
    expect(server.site.name).toBe('Old mill');
  });

  it('tells at the field what a problem is about that names none, and keeps what was typed', async () => {
    open(server);
    await type('Name', 'Taken');
    await type('Notes', 'Gate 7');
    await press('Save');

    await waitFor(() => expect(field('Name').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText('Another site is called so.')).toHaveLength(2);
    expect(field('Notes').value).toBe('Gate 7');
    await type('Name', 'Old mill');
    await press('Save');
    expect(await screen.findByText('All sites')).toBeTruthy();
  });

  it('merges with what somebody else saved meanwhile: what only one changed stays, the rest is decided', async () => {
    open(server);
    await type('Name', 'Old mill');
    server.save('New mill', 'Gate 7', 1);
    await press('Save');

    expect(await screen.findByRole('radio', { name: 'Notes, Theirs: Gate 7' })).toHaveProperty('checked', true);
    expect(screen.getByRole('radio', { name: 'Name, Yours: Old mill' })).toHaveProperty('checked', true);
    await press('Save what is chosen');

    expect(await screen.findByText('All sites')).toBeTruthy();
    expect(server.site).toEqual({ name: 'Old mill', notes: 'Gate 7', version: 3 });
  });

  it('takes theirs where that is chosen', async () => {
    open(server);
    await type('Name', 'Old mill');
    await type('Notes', 'No gate');
    server.save('New mill', 'Gate 5', 1);
    await press('Save');

    await screen.findByRole('radio', { name: 'Name, Theirs: New mill' });
    await choose('Name, Theirs: New mill');
    await press('Save what is chosen');

    expect(await screen.findByText('All sites')).toBeTruthy();
    expect(server.site).toEqual({ name: 'New mill', notes: 'No gate', version: 3 });
  });

  it('brings back what was typed when its page was lost', async () => {
    const lost = open(server);
    await type('Notes', 'Gate 5, code 1234');
    lost.unmount();

    open(server);
    expect(await screen.findByText('What you typed is here again')).toBeTruthy();
    expect(field('Notes').value).toBe('Gate 5, code 1234');
    await press('Save');
    expect(await screen.findByText('All sites')).toBeTruthy();
    expect(server.site.notes).toBe('Gate 5, code 1234');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('merges what it brings back with what was saved in between', async () => {
    const lost = open(server);
    await type('Notes', 'Code 1234');
    lost.unmount();
    server.save('New mill', 'Gate 5', 1);

    open(server);
    expect(await screen.findByRole('radio', { name: 'Name, Theirs: New mill' })).toHaveProperty('checked', true);
    await press('Save what is chosen');
    expect(await screen.findByText('All sites')).toBeTruthy();
    expect(server.site).toEqual({ name: 'New mill', notes: 'Code 1234', version: 3 });
  });

  it('forgets a draft that is given up', async () => {
    const lost = open(server);
    await type('Notes', 'Nonsense');
    lost.unmount();

    const again = open(server);
    await press('Discard it');
    expect(field('Notes').value).toBe('Gate 5');
    again.unmount();

    open(server);
    expect(field('Notes').value).toBe('Gate 5');
    expect(screen.queryByText('What you typed is here again')).toBeNull();
  });
});
