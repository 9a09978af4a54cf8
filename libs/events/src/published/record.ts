import { catalogue } from '../catalogue.js';
import { recordVersions } from './evolution.js';
import { repositoryVersions } from './versions.js';

// The command behind `npm run schemas`.
const { recorded, refused } = recordVersions(catalogue().facts, repositoryVersions());
for (const line of refused) console.error(line);
for (const line of recorded) console.log(`recorded ${line}`);
if (refused.length > 0) process.exitCode = 1;
else if (recorded.length === 0) console.log('All declared facts are recorded as they are.');
