import { join } from 'node:path';
import { settings } from '@ride/configuration';
import { layout } from '../layout.js';
import { developmentIssuer } from './issuer.js';

const here = settings();
const server = await developmentIssuer(here, join(layout(here.localDir).dir, 'issuer-key.json'));
server.listen(here.ports.issuer, here.host, () =>
  console.log(`The development issuer listens on ${here.ports.issuer}.`),
);
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
