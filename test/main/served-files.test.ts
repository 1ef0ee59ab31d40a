// Which files the page can name, and under which policy it gets them.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isOurRequest, pageHeaders } from '../../electron/main/policy.ts';
import { listServedFiles } from '../../electron/main/served-files.ts';

let folder: string;
beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'pages-'));
  folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.js'), 'x');
  for (const name of ['index.html', 'assets/a.js', 'assets/a.js.map', 'assets/a.css', 'assets/notes.txt']) {
    writeFileSync(join(folder, name), 'x');
  }
  symlinkSync(join(root, 'secret.js'), join(folder, 'assets/link.js'));
  symlinkSync(root, join(folder, 'up'));
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

describe('the files of the page', () => {
  it('are those of the build that have a known kind, and nothing behind a link', () => {
    expect([...listServedFiles(folder).keys()].sort()).toEqual([
      'app://vault/assets/a.css',
      'app://vault/assets/a.js',
      'app://vault/index.html',
    ]);
  });

  it('go out as what they are', () => {
    const files = listServedFiles(folder);
    expect(files.get('app://vault/assets/a.js')?.contentType).toBe('text/javascript; charset=utf-8');
    expect(files.get('app://vault/index.html')?.file).toBe(join(folder, 'index.html'));
  });
});

describe('the policy', () => {
  const policy = new Map(
    contentSecurityPolicy('NONCE')
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );

  it('allows nothing by default, no connection, no frame, no form and no base', () => {
    for (const name of ['default-src', 'connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(name), name).toBe("'none'");
    }
  });

  it('runs only our own scripts, and styles of our own or with the nonce', () => {
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src-elem')).toBe("'self' 'nonce-NONCE'");
    expect(policy.get('style-src-attr')).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('default');
  });

  it('names no address and nothing unsafe', () => {
    expect(contentSecurityPolicy('NONCE')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('goes out with every kind of file', () => {
    expect(pageHeaders('text/css', 'N')['content-security-policy']).toBe(contentSecurityPolicy('N'));
  });
});

describe('a request', () => {
  it.each(['app://vault/index.html', 'blob:app://vault/1b4e', 'data:image/png;base64,AA'])('to %s is ours', (url) => {
    expect(isOurRequest(url)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://example.org/app://vault/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://vault.example.org/index.html',
    'app://other/index.html',
    'blob:https://example.org/1b4e',
    'data:text/html,<script>',
    'devtools://devtools/bundled/',
    'chrome://gpu/',
  ])('to %s is not', (url) => {
    expect(isOurRequest(url)).toBe(false);
  });
});
