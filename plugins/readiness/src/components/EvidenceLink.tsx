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

const useStyles = makeStyles({
  root: { overflowWrap: 'anywhere' },
  // Inside a sentence colour alone would not tell it from the words around it.
  inText: { overflowWrap: 'anywhere', textDecoration: 'underline' },
});

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
  const style = `${sources ? classes.root : classes.inText} ${className}`;
  if (evidence.url === undefined) return <span className={style}>{label}</span>;
  return (
    <Link to={evidence.url} className={style}>
      {label}
    </Link>
  );
}
