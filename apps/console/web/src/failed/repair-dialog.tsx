import type { ServiceName } from '@ride/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useServices } from '../api/services.js';
import { Dialog } from '../parts/dialog.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { MEANINGS, planText, VERBS, type RepairKind } from './plan-text.js';
import { PlanView } from './plan-view.js';
import { order, planOf, type How, type Selection } from './repairing.js';
import { HowFields } from './how-fields.js';

interface Props {
  readonly service: ServiceName;
  readonly selection: Selection;
  readonly kind: RepairKind;
  readonly onClose: () => void;
}

/** First what would happen (a dry run), then the order, then its progress on a page of its own. */
export function RepairDialog({ service, selection, kind, onClose }: Props) {
  const edge = useServices()[service];
  const navigate = useNavigate();
  const [how, setHow] = useState<How>({});
  const { limit } = how;
  const plan = useQuery({
    queryKey: ['plan', service, kind, selection, limit],
    queryFn: () => planOf(edge, kind, selection, limit === undefined ? {} : { limit }),
    placeholderData: (before) => before,
  });
  const ordering = useMutation({
    mutationFn: () => order(edge, kind, selection, how),
    onSuccess: ({ id }) => void navigate(`/failed/${service}/repairs/${id}`),
  });
  const words = plan.data && planText(plan.data, kind);
  const isAgreed = words !== undefined && (!words.isOvertaken || how.acceptOvertaken === true);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ordering.mutate();
  };
  return (
    <Dialog title={`${VERBS[kind]} failed facts of ${service}`} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="muted">{MEANINGS[kind]}</p>
        {plan.error !== null && <ProblemNotice title="What would happen can’t be told" error={plan.error} />}
        <PlanView words={words} isPending={plan.isFetching} />
        <HowFields kind={kind} how={how} onChange={setHow} isOvertaken={words?.isOvertaken === true} />
        {ordering.error !== null && <ProblemNotice title="It was not ordered" error={ordering.error} />}
        <div className="dialog-foot">
          <button type="button" onClick={onClose}>
            Leave it
          </button>
          <button
            className={kind === 'discard' ? 'danger' : 'primary'}
            disabled={!isAgreed || plan.data?.total === 0 || ordering.isPending}
          >
            {VERBS[kind]} {words?.total ?? '…'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
