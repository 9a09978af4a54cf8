import { Link } from 'react-router';
import { Page } from '../parts/page.js';

export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        The address may be mistyped. <Link to="/">To the overview</Link>, or search above for a ride.
      </p>
    </Page>
  );
}
