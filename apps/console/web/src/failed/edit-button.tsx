import { answerOf, type ServiceName } from '@ride/client';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useServices, type Shapes } from '../api/services.js';
import { Dialog } from '../parts/dialog.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { dataIn } from './edited.js';

interface Props {
  readonly service: ServiceName;
  readonly letter: Shapes['DeadLetter'];
}

/** Replays it with other data; the original is kept as discarded. Services allow it only where they are told to. */
export function EditButton({ service, letter }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Edit …</button>
      <Dialog title={`Edit #${letter.id}`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EditForm service={service} letter={letter} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm({ service, letter, onClose }: Props & { readonly onClose: () => void }) {
  const edge = useServices()[service];
  const navigate = useNavigate();
  const before = 'json' in letter.value ? JSON.stringify(letter.value.json, null, 2) : '{}';
  const [text, setText] = useState(before);
  const [reason, setReason] = useState('');
  const [fact, setFact] = useState('');
  const ordering = useMutation({
    mutationFn: () => {
      const body = { data: dataIn(text), ...(reason !== '' && { reason }), ...(fact !== '' && { fact }) };
      return answerOf(edge.POST('/dead-letters/{id}/edit', { params: { path: { id: letter.id } }, body }));
    },
    onSuccess: ({ id }) => void navigate(`/failed/${service}/repairs/${id}`),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ordering.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="muted">An edited copy goes to the handler in its place; the original is kept, as discarded.</p>
      <label className="field">
        <span>The whole fact, as JSON</span>
        <textarea value={text} onChange={({ target }) => setText(target.value)} spellCheck={false} />
      </label>
      {letter.fact === '' && (
        <label className="field">
          <span>Which fact it is</span>
          <input value={fact} onChange={({ target }) => setFact(target.value.trim())} />
        </label>
      )}
      <label className="field">
        <span>Why (kept with the repair)</span>
        <input value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
      </label>
      {ordering.error !== null && <ProblemNotice title="It was not edited" error={ordering.error} />}
      <div className="dialog-foot">
        <button type="button" onClick={onClose}>
          Leave it
        </button>
        <button className="primary" disabled={ordering.isPending || text === before}>
          Replay it edited
        </button>
      </div>
    </form>
  );
}
