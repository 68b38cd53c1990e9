import { useId } from 'react';
import classNames from 'classnames';
import { getCategoryTitle } from '../../components/categoryTitle';
import { HeatBadge } from '../../components/heat/HeatMark';
import { Icon } from '../../components/Icon';
import { getOutcomeLabel, Outcome } from '../../components/outcome/Outcome';
import type { OutcomeMark } from '../../components/outcome/outcomeMark';
import { formatScore } from '../../format/formatScore';
import { visuallyHidden } from '../../theme/mixins';
import { useTranslation } from '../../translation/useTranslation';
import type { CategoryView } from '../build/buildCategories';
import { CategoryScoreTip } from './CategoryScoreTip';
import { useCategoryStyles } from './categoryStyles';
import { CheckRow } from './CheckRow';

const COLUMNS: readonly OutcomeMark[] = [
  'pass',
  'fail',
  'waived',
  'unknown',
  'not-applicable',
];

const BESIDE: Partial<Record<OutcomeMark, OutcomeMark>> = {
  pass: 'attested',
  unknown: 'error',
};

/** A category as one line of numbers that opens to its checks. */
export function CategorySection(props: {
  readonly category: CategoryView;
  readonly isOpen: boolean;
  readonly openChecks: ReadonlySet<string>;
  readonly onToggle: () => void;
  readonly onToggleCheck: (checkId: string) => void;
}) {
  const { category, isOpen, openChecks, onToggle, onToggleCheck } = props;
  const classes = useCategoryStyles();
  const t = useTranslation();
  const regionId = useId();
  return (
    <section>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.row}
          aria-expanded={isOpen}
          aria-controls={isOpen ? regionId : undefined}
          onClick={onToggle}
        >
          <Icon name={isOpen ? 'down' : 'right'} />
          <span className={classes.position}>{category.position}</span>
          <span className={classes.name}>
            {getCategoryTitle(category.id, t)}
          </span>
          <span style={visuallyHidden}>, {t('score.score')} </span>
          <CategoryScoreTip category={category}>
            <HeatBadge score={category.score} className={classes.badge} />
          </CategoryScoreTip>
          <span className={classes.number}>
            <span style={visuallyHidden}>, {t('score.strict')} </span>
            {formatScore(category.strictScore)}
          </span>
          {COLUMNS.map(mark => (
            <CountCell key={mark} mark={mark} category={category} />
          ))}
          <span className={classes.toGo}>
            <ToGo category={category} />
          </span>
          <MiniCounts category={category} />
        </button>
      </h3>
      {isOpen && (
        <ul id={regionId} className={classes.checks}>
          {category.checks.map(check => (
            <CheckRow
              key={check.id}
              check={check}
              category={category}
              isOpen={openChecks.has(check.id)}
              onToggle={() => onToggleCheck(check.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function CountCell(props: {
  readonly mark: OutcomeMark;
  readonly category: CategoryView;
}) {
  const { mark, category } = props;
  const classes = useCategoryStyles();
  const t = useTranslation();
  const count = category.counts[mark];
  // Attested ones pass in the score, so they stand in the column of passes;
  // a check that broke is as undecided as an unknown one.
  const beside = BESIDE[mark];
  const besideCount = beside ? category.counts[beside] : 0;
  if (count === 0 && besideCount === 0) {
    return (
      <span className={classNames(classes.number, classes.zero)}>
        <span style={visuallyHidden}>, {getOutcomeLabel(mark, t)} </span>0
      </span>
    );
  }
  return (
    <span className={classes.number}>
      {beside && besideCount > 0 && (
        <Outcome mark={beside} size={12}>
          <span style={visuallyHidden}>, {getOutcomeLabel(beside, t)} </span>
          <b>{besideCount}</b>
        </Outcome>
      )}
      {count > 0 && (
        <Outcome mark={mark} size={12}>
          <span style={visuallyHidden}>, {getOutcomeLabel(mark, t)} </span>
          <b>{count}</b>
        </Outcome>
      )}
    </span>
  );
}

function ToGo(props: { readonly category: CategoryView }) {
  const t = useTranslation();
  return (
    <>
      {props.category.toGo.map((check, index) => {
        const suffix =
          check.mark === 'fail' ? '' : ` (${getOutcomeLabel(check.mark, t)})`;
        const text = `${check.title}${suffix}`;
        return (
          <span key={check.id}>
            {index > 0 && ' · '}
            {check.blocksTarget ? <b>{text}</b> : text}
          </span>
        );
      })}
    </>
  );
}

function MiniCounts(props: { readonly category: CategoryView }) {
  const classes = useCategoryStyles();
  const t = useTranslation();
  return (
    <span className={classes.mini}>
      {(['pass', 'attested', 'fail', 'waived', 'unknown', 'error'] as const)
        .filter(mark => props.category.counts[mark] > 0)
        .map(mark => (
          <Outcome key={mark} mark={mark} size={12}>
            <b>{props.category.counts[mark]}</b> {getOutcomeLabel(mark, t)}
          </Outcome>
        ))}
    </span>
  );
}
