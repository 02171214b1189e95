import { authorizedFetch } from './client';
import { problemFrom } from './problem';

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw problemFrom(response.status, await response.json().catch(() => undefined));
}

/** Fetches a file with the token and hands it to the browser to save. */
export async function download(path: string, name: string): Promise<void> {
  const response = await answered(await authorizedFetch(new Request(path)));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Lets the browser save a file by itself, however long it is: by a link that is good for some minutes. */
export async function downloadByTicket(path: string): Promise<void> {
  const request = new Request(path, { method: 'POST', headers: { Accept: 'application/json' } });
  const { url } = (await (await answered(await authorizedFetch(request))).json()) as { url: string };
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}

/** A whole file, to be shown. */
export async function fileAt(path: string): Promise<Blob> {
  return (await answered(await authorizedFetch(new Request(path)))).blob();
}

/** How a file of text begins; the rest is not read. */
export async function beginningOf(path: string, bytes: number): Promise<string> {
  const { body } = await answered(await authorizedFetch(new Request(path)));
  const reader = body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < bytes; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

export async function uploadCsv<T>(path: string, file: Blob, headers: Record<string, string>): Promise<T> {
  const request = new Request(path, {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'text/csv', Accept: 'application/json', ...headers },
  });
  return (await answered(await authorizedFetch(request))).json() as Promise<T>;
}
