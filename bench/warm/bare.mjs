// Makes calls one after the other and reads each answer to its end: `node bare.mjs URL CALLS`, without a look at any of it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';

const [url, calls] = process.argv.slice(2);
// In front of every prompt stands a mark of the run, so that no server answers from its memory of an earlier run.
const mark = randomBytes(4).toString('hex');
const text = readFileSync(calls, 'utf8').replaceAll(/"\[[0-9a-f]{8}-/g, `"[${mark}-`);

for (const { method, path, body } of JSON.parse(text)) {
  await new Promise((resolve, reject) => {
    const headers =
      body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url + path, { method, headers }, (answer) => answer.resume().on('end', resolve));
    sent.on('error', reject).end(body);
  });
}
