/** What styles and scripts of this page need to be allowed; another at each load. */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

// The locks on scrolling behind dialogs write a style of their own, and look for the nonce here.
Object.assign(window, { __webpack_nonce__: nonce() });
