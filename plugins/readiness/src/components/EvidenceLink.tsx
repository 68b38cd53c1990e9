import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EvaluatedSource,
  Evidence,
} from 'backstage-plugin-readiness-common';
import {
  buildEvidenceLabel,
  buildShortEvidenceLabel,
} from '../scorecard/build/buildEvidence';

const useStyles = makeStyles({ root: { overflowWrap: 'anywhere' } });

/** File, revision and lines, as a link where the host is known. */
export function EvidenceLink(props: {
  readonly evidence: Evidence;
  /** Names repository and revision too. */
  readonly sources?: readonly EvaluatedSource[];
  readonly className?: string;
}) {
  const { evidence, sources, className = '' } = props;
  const classes = useStyles();
  const label = sources
    ? buildEvidenceLabel(evidence, sources)
    : buildShortEvidenceLabel(evidence);
  const style = `${classes.root} ${className}`;
  if (evidence.url === undefined) return <span className={style}>{label}</span>;
  return (
    <Link to={evidence.url} className={style}>
      {label}
    </Link>
  );
}
