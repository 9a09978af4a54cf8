import { createHash } from 'node:crypto';
import { ROLES } from './codes.js';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { min-height: 100vh; margin: 0; display: grid; place-items: center; background: light-dark(#f4f6f8, #10151c); }
main { width: min(22rem, calc(100vw - 4rem)); padding: 2rem; border-radius: 12px; background: light-dark(#fff, #19212b);
  color: light-dark(#17202a, #e6ebf1); box-shadow: 0 1px 3px #0003; }
h1 { margin: 0 0 .25rem; font-size: 1.25rem; } p { margin: 0 0 1.25rem; color: light-dark(#51606f, #a3b1c0); }
button { display: block; width: 100%; margin: .5rem 0 0; padding: .6rem 1rem; border-radius: 8px; font: inherit; cursor: pointer;
  border: 1px solid light-dark(#b9c3cd, #44505e); background: none; color: inherit; }
button[value=operator] { border-color: transparent; background: #1f5fbf; color: #fff; font-weight: 600; }
button:focus-visible { outline: 3px solid #6aa3f5; outline-offset: 2px; }`;

/** What keeps the page to itself. A browser holds a form's redirect to form-action, too. */
export function pageHeaders(redirectUri?: string): Record<string, string> {
  const style = createHash('sha256').update(STYLE).digest('base64');
  const targets = redirectUri === undefined ? "'none'" : `'self' ${new URL(redirectUri).origin}`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; form-action ${targets}; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
  };
}

/** Nobody has a password here: a click is enough. The form posts back to the address that it was asked at. */
export function signInPage(): string {
  const buttons = [...ROLES]
    .reverse()
    .map(
      (role) => `<button name="role" value="${role}">Sign in as ${role === 'operator' ? 'an' : 'a'} ${role}</button>`,
    );
  return page(
    'Sign in',
    `<p>Development issuer: nobody is asked for a password.</p><form method="post">${buttons.join('')}</form>`,
  );
}

export function refusalPage(why: string): string {
  return page('This request can’t be answered', `<p>${why}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Ride</title><style>${STYLE}</style><main><h1>${title}</h1>${content}</main></html>`;
}
