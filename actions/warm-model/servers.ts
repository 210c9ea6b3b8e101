/** Where the servers are, and what may be sent there. */
import { InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { baseOf, mayCarryToken } from '../../shared/model/call.ts';

/** Each once, without a `/` at its end; of an OpenAI-compatible one without its `/v1`, which every path begins with. */
export function urlsOf(text: string, kind: 'ollama' | 'openai'): readonly URL[] {
  const given = text.split(/[\s,]+/).filter((word) => word !== '');
  const urls = given.map((word) => {
    const url = urlOf(word);
    if (kind === 'openai') url.pathname = url.pathname.replace(/\/v1\/?$/, '');
    return baseOf(url);
  });
  if (urls.length === 0)
    throw new InputError(`input url is ${JSON.stringify(text)}; expected an address such as http://127.0.0.1:11434`);
  return [...new Map(urls.map((url) => [url.href, url])).values()];
}

/** A password in an address would stand in logs, so that none is echoed here either. */
function urlOf(word: string): URL {
  const url = URL.parse(word);
  const expected = 'expected an address such as http://127.0.0.1:11434';
  if (url !== null && (url.username !== '' || url.password !== '')) {
    throw new InputError(
      `input url has a login in the address of ${url.host}; give the name of a variable with a token in token-env`,
    );
  }
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InputError(`input url has ${JSON.stringify(word)}; ${expected}`);
  if (url.search !== '' || url.hash !== '')
    throw new InputError(`input url has ${JSON.stringify(word)}, with a query; ${expected}`);
  return url;
}

/** @throws InputError where there is none, or where it would be seen on its way */
export function tokenOf(host: Host, name: string | undefined, urls: readonly URL[]): string | undefined {
  if (name === undefined) return undefined;
  const token = host.env(name)?.trim();
  if (token === undefined || token === '')
    throw new InputError(`input token-env names ${name}, which is not set; expected a variable with a token`);
  host.mask(token);
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new InputError(`input token-env names ${name}, whose value is no token: it has spaces or other signs in it`);
  const open = urls.find((url) => !mayCarryToken(url));
  if (open === undefined) return token;
  throw new InputError(
    `inputs token-env and url: the token would go to ${open.host} in clear; expected an address that begins with https://`,
  );
}

/** In front of a server's lines in the log, where there are several. */
export function nameIn(urls: readonly URL[], { host, pathname }: URL): string {
  return urls.length === 1 ? '' : `${host}${pathname.replace(/\/$/, '')} `;
}
