import { Link } from '@backstage/core-components';
import type {
  CategoryId,
  CheckDescription,
  FailingCheck,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import { HeatBadge } from '../../components/heat/HeatMark';
import { OutcomeIcon } from '../../components/outcome/Outcome';
import { getOutcomeMark } from '../../components/outcome/outcomeMark';
import { getSeverityLabel } from '../../scorecard/severityLabel';
import { useTranslation } from '../../translation/useTranslation';
import { getEntityTitle } from '../build/buildGridRows';
import { usePanelStyles } from './panelStyles';

const SHOWN = 3;

/** An entity behind a cell, with the checks that fail there. */
export function PanelEntity(props: {
  readonly entity: ScorecardSummary;
  readonly category: CategoryId;
  readonly isStrict: boolean;
  readonly url: string;
  readonly descriptions: ReadonlyMap<string, CheckDescription>;
}) {
  const { entity, category, isStrict, url, descriptions } = props;
  const classes = usePanelStyles();
  const t = useTranslation();
  const score = entity.categories.find(({ id }) => id === category);
  const failing = [...(entity.failing ?? [])].sort(
    (one, other) => Number(one.isWaived) - Number(other.isWaived),
  );
  const shown = failing.slice(0, SHOWN);
  const rest = [
    ...describeRest(failing.slice(SHOWN), t),
    (score?.outcomes.unknown ?? 0) > 0 &&
      t('panel.unknown', { count: score?.outcomes.unknown ?? 0 }),
    failing.length === 0 &&
      score?.score !== undefined &&
      t('panel.nothingFails'),
  ].filter(part => part !== false);
  return (
    <li className={classes.entity}>
      <div className={classes.entityHead}>
        <h3 className={classes.entityName}>
          <Link to={`${url}?category=${category}`}>
            {getEntityTitle(entity)}
          </Link>
        </h3>
        <span className={classes.tag}>
          {t('level.tag', { level: entity.level })}
        </span>
        <HeatBadge
          isSmall
          className={classes.badge}
          score={isStrict ? score?.strictScore : score?.score}
        />
      </div>
      {shown.length > 0 && (
        <ul className={classes.checks}>
          {shown.map(check => (
            <FailingLine
              key={check.checkId}
              check={check}
              entityRef={entity.entityRef}
              title={descriptions.get(check.checkId)?.title ?? check.checkId}
              url={`${url}?check=${check.checkId}`}
            />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <Link to={`${url}?category=${category}`} className={classes.rest}>
          {rest.join(', ')}
        </Link>
      )}
    </li>
  );
}

function FailingLine(props: {
  readonly check: FailingCheck;
  readonly entityRef: string;
  readonly title: string;
  readonly url: string;
}) {
  const { check, entityRef, title, url } = props;
  const classes = usePanelStyles();
  const t = useTranslation();
  const mark = getOutcomeMark({ ...check, isAttested: false });
  const subject =
    check.subject &&
    check.subject !== entityRef &&
    !check.message.includes(check.subject)
      ? `${check.subject}: `
      : '';
  return (
    <li className={classes.check}>
      <span className={classes.mark}>
        <OutcomeIcon mark={mark} />
      </span>
      <div>
        <Link to={url} color="inherit">
          <b>{title}</b>
        </Link>{' '}
        <span className={classes.secondary}>
          {check.isWaived
            ? t('count.waived')
            : getSeverityLabel(check.severity, t)}
        </span>
        <div className={classes.message}>
          {subject}
          {check.message}
        </div>
        {check.evidenceLabel && (
          <div className={classes.evidence}>
            {check.evidenceUrl ? (
              <Link to={check.evidenceUrl}>{check.evidenceLabel}</Link>
            ) : (
              check.evidenceLabel
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function describeRest(
  rest: readonly FailingCheck[],
  t: ReturnType<typeof useTranslation>,
): readonly (string | false)[] {
  const waived = rest.filter(check => check.isWaived).length;
  const fails = rest.length - waived;
  return [
    fails > 0 && t('panel.moreFails', { count: fails }),
    waived > 0 && t('panel.waived', { count: waived }),
  ];
}
