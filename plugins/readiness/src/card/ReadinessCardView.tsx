import { useMemo } from 'react';
import { Link } from '@backstage/core-components';
import type {
  Checklist,
  Scorecard,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { getCategoryTitle } from '../components/categoryTitle';
import { HeatBadge } from '../components/heat/HeatMark';
import { Icon } from '../components/Icon';
import { OutcomeIcon } from '../components/outcome/Outcome';
import { Notice } from '../components/states/Notice';
import { formatPercent, formatScore } from '../format/formatScore';
import { formatDuration, formatEffort } from '../format/formatTime';
import { buildTrend } from '../scorecard/build/buildTrend';
import {
  getToGoSentence,
  getVerdictMark,
  getVerdictTitle,
} from '../scorecard/summary/VerdictSection';
import { useTranslation } from '../translation/useTranslation';
import { buildCard, type CardModel } from './buildCard';
import { useCardStyles } from './cardStyles';

const BOX = { left: 0, right: 180, top: 3, bottom: 31 };

/** Level against the bar, numbers, what to do first, worst categories. */
export function ReadinessCardView(props: {
  readonly stored: StoredScorecard;
  readonly scorecard: Scorecard;
  readonly checklist: Checklist;
  readonly now: number;
  readonly scorecardUrl: string;
}) {
  const { stored, scorecard, checklist, now, scorecardUrl } = props;
  const classes = useCardStyles();
  const t = useTranslation();
  const model = useMemo(
    () => buildCard(scorecard, checklist),
    [scorecard, checklist],
  );
  const { verdict } = model;
  return (
    <>
      <div className={classes.body}>
        {stored.stale && (
          <Notice
            kind="warning"
            icon="clock"
            title={t('notice.stale', {
              age: formatDuration(
                now - Date.parse(stored.evaluatedAt ?? stored.stale.since),
                t,
              ),
            })}
          />
        )}
        <div>
          <p className={classes.verdict}>
            <OutcomeIcon mark={getVerdictMark(verdict)} size={24} />
            {getVerdictTitle(verdict, t)}
          </p>
          <p>{getToGoSentence(verdict, t)}</p>
        </div>
        <Numbers scorecard={scorecard} stored={stored} now={now} />
        <Next model={model} scorecardUrl={scorecardUrl} />
        <Worst model={model} scorecardUrl={scorecardUrl} />
      </div>
      <Foot model={model} scorecardUrl={scorecardUrl} />
    </>
  );
}

function Numbers(props: {
  readonly scorecard: Scorecard;
  readonly stored: StoredScorecard;
  readonly now: number;
}) {
  const { scorecard, stored, now } = props;
  const classes = useCardStyles();
  const t = useTranslation();
  const trend = buildTrend(stored.trend, now, BOX);
  const quiet = `${classes.value} ${classes.quiet}`;
  return (
    <div className={classes.numbers}>
      <span className={classes.number}>
        <b className={classes.value}>{formatScore(scorecard.score)}</b>
        <span className={classes.name}>{t('score.score')}</span>
      </span>
      <span className={classes.number}>
        <span className={quiet}>{formatScore(scorecard.strictScore)}</span>
        <span className={classes.name}>{t('score.strict')}</span>
      </span>
      <span className={classes.number}>
        <span className={quiet}>{formatPercent(scorecard.coverage)}</span>
        <span className={classes.name}>{t('score.coverage')}</span>
      </span>
      {trend && (
        <svg
          className={classes.spark}
          viewBox="0 0 180 34"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('trend.described', {
            first: formatScore(trend.first),
            last: formatScore(trend.last),
            strict: formatScore(trend.lastStrict),
          })}
        >
          <path
            className={classes.sparkLine}
            d={trend.scorePath}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
    </div>
  );
}

function Next(props: {
  readonly model: CardModel;
  readonly scorecardUrl: string;
}) {
  const { model, scorecardUrl } = props;
  const classes = useCardStyles();
  const t = useTranslation();
  if (model.steps.length === 0) {
    return model.failing === 0 ? null : (
      <p className={classes.secondary}>
        {t('card.stillFailing', { count: model.failing })}
      </p>
    );
  }
  return (
    <div>
      <span className={classes.label}>{t('card.next')}</span>
      <ol className={classes.list}>
        {model.steps.map(step => (
          <li key={step.check.id} className={classes.item}>
            <OutcomeIcon mark={step.check.mark} size={12} />
            <Link
              className={classes.itemName}
              to={`${scorecardUrl}?check=${step.check.id}`}
            >
              {step.check.title}
            </Link>
            {step.effortMinutes !== undefined && (
              <span className={classes.effort}>
                {formatEffort(step.effortMinutes, t)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Worst(props: {
  readonly model: CardModel;
  readonly scorecardUrl: string;
}) {
  const { model, scorecardUrl } = props;
  const classes = useCardStyles();
  const t = useTranslation();
  if (model.worst.length === 0) return null;
  return (
    <div>
      <span className={classes.label}>{t('card.worst')}</span>
      <ol className={classes.list}>
        {model.worst.map(category => (
          <li key={category.id} className={classes.item}>
            <Link
              className={classes.itemName}
              to={`${scorecardUrl}?category=${category.id}`}
            >
              {getCategoryTitle(category.id, t)}
            </Link>
            <HeatBadge
              isSmall
              score={category.score}
              className={classes.badge}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Foot(props: {
  readonly model: CardModel;
  readonly scorecardUrl: string;
}) {
  const { model, scorecardUrl } = props;
  const { counts } = model;
  const classes = useCardStyles();
  const t = useTranslation();
  const parts = [
    counts.waived > 0 && `${counts.waived} ${t('count.waived')}`,
    counts.attested > 0 && `${counts.attested} ${t('count.attested')}`,
    counts.unknown > 0 && `${counts.unknown} ${t('count.unknown')}`,
  ].filter(part => part !== false);
  return (
    <div className={classes.foot}>
      <Link to={scorecardUrl}>{t('card.scorecard')}</Link>
      <span className={classes.secondary}>{parts.join(' · ')}</span>
      {model.expiringWaivers > 0 && (
        <span className={classes.expiring}>
          <Icon name="clock" size={12} />
          {t('card.expiring', { count: model.expiringWaivers })}
        </span>
      )}
    </div>
  );
}
