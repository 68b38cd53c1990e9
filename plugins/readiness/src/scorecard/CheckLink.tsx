import type { ReactNode } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import Link from '@material-ui/core/Link';
import type { CheckView } from './build/checkView';

/** A link that opens the check below; filters that might hide it go. */
export function CheckLink(props: {
  readonly check: CheckView;
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  const { check, children, className } = props;
  const [parameters] = useSearchParams();
  const opened = new URLSearchParams(parameters);
  for (const name of ['outcome', 'level', 'category', 'q']) opened.delete(name);
  opened.set('check', check.id);
  return (
    <Link
      component={RouterLink}
      to={`?${opened}`}
      color={className ? 'inherit' : 'primary'}
      underline={className ? 'hover' : 'always'}
      className={className}
    >
      {children ?? check.title}
    </Link>
  );
}
