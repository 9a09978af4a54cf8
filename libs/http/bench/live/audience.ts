/** Child process: many people with a stream each. Commands and answers go over the channel to its parent. */
import { request } from 'node:http';
import type { Heard, Opening, Wish } from './messages.js';

const AT_ONCE = 100;
const DATA = /^data: (.*)$/gm;

const delays: number[] = [];
let streams = 0;
let awaited = Infinity;

const now = () => performance.timeOrigin + performance.now();
const tell = (message: Heard) => process.send!(message);

function open(url: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/events`, { agent: false, headers: { authorization: `Bearer ${token}` } });
    asking.once('error', reject);
    asking.once('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`answered ${response.statusCode}`));
      streams += 1;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, data = ''] of text.matchAll(DATA)) heard((JSON.parse(data) as { readonly at: number }).at);
      });
      resolve();
    });
    asking.end();
  });
}

function heard(at: number): void {
  delays.push(now() - at);
  if (delays.length < awaited) return;
  awaited = Infinity;
  tell({ kind: 'heard', delays: delays.splice(0) });
}

async function openAll({ url, tokens }: Opening): Promise<void> {
  const left = [...tokens];
  const lane = async () => {
    for (let token = left.pop(); token !== undefined; token = left.pop()) await open(url, token);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  tell({ kind: 'open', streams });
}

process.on('message', (wish: Wish) => {
  if (wish.kind === 'open') void openAll(wish);
  else if (delays.length >= wish.count) tell({ kind: 'heard', delays: delays.splice(0) });
  else awaited = wish.count;
});
