import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { NotFound } from '../app/not-found.js';
import { useSession } from '../identity/session.js';
import { ask } from '../api/ask.js';
import { count } from '../parts/format.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import type { AsyncApi } from './asyncapi.js';
import { catalogueOf, type Catalogue } from './catalogue.js';
import { FactView } from './fact-view.js';
import { FactsTable } from './facts-table.js';
import { GraphView } from './graph-view.js';
import './facts.css';

/** What is said and heard: all topics, one topic (`?topic=`), or one fact. */
export function Facts() {
  const { token } = useSession();
  const { name } = useParams();
  const [asked] = useSearchParams();
  const query = useQuery({
    queryKey: ['asyncapi'],
    queryFn: ({ signal }) => ask<AsyncApi>('/asyncapi.json', token, { signal }),
    select: catalogueOf,
    staleTime: Infinity,
  });
  if (query.data === undefined || name === undefined)
    return <All query={query} topic={asked.get('topic') ?? undefined} />;
  const fact = query.data.facts.find((each) => each.name === name);
  return fact === undefined ? <NotFound /> : <FactView fact={fact} />;
}

interface AllProps {
  readonly query: Parameters<typeof Loaded<Catalogue>>[0]['query'];
  readonly topic: string | undefined;
}

function All({ query, topic }: AllProps) {
  return (
    <Page
      title={topic ?? 'Facts'}
      about={topic === undefined ? 'what is said, who says it, who hears it' : 'the facts of one topic'}
      tools={
        <>
          {topic !== undefined && (
            <Link className="button" to="/facts">
              All topics
            </Link>
          )}
          <a className="button" href="/asyncapi.json" download="asyncapi.json">
            AsyncAPI
          </a>
        </>
      }
    >
      <Loaded query={query} what="The catalogue">
        {(catalogue) => <Shown catalogue={catalogue} topic={topic} />}
      </Loaded>
    </Page>
  );
}

function Shown({ catalogue, topic }: { readonly catalogue: Catalogue; readonly topic: string | undefined }) {
  const facts = useMemo(
    () => catalogue.facts.filter((fact) => topic === undefined || fact.topic === topic),
    [catalogue, topic],
  );
  return (
    <>
      <Panel title="Who says and hears" hint="on the left who says it, on the right who hears it">
        <GraphView catalogue={catalogue} topic={topic} />
      </Panel>
      <Panel title="Facts" hint={count(facts.length, 'fact')}>
        <FactsTable facts={facts} />
      </Panel>
    </>
  );
}
