import ButtonBase from '@material-ui/core/ButtonBase';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import { getCategoryTitle } from '../../components/categoryTitle';
import { PickMenu } from '../../components/controls/PickMenu';
import { SearchField } from '../../components/controls/SearchField';
import { getOutcomeLabel, OutcomeIcon } from '../../components/outcome/Outcome';
import {
  outcomeMarks,
  type MarkCounts,
  type OutcomeMark,
} from '../../components/outcome/outcomeMark';
import { useTranslation } from '../../translation/useTranslation';
import type { ScorecardFilters } from '../build/filters';
import { useCategoryStyles } from './categoryStyles';

/** Filters by outcome with their counts, by level, category and text. */
export function FilterBar(props: {
  readonly counts: MarkCounts;
  readonly total: number;
  readonly categories: readonly CategoryId[];
  readonly filters: ScorecardFilters;
  readonly onChange: (changed: Partial<ScorecardFilters>) => void;
}) {
  const { counts, total, categories, filters, onChange } = props;
  const classes = useCategoryStyles();
  const t = useTranslation();
  const shown = outcomeMarks.filter(
    mark => mark !== 'error' || counts.error > 0,
  );

  function toggle(mark: OutcomeMark) {
    onChange({
      marks: filters.marks.includes(mark)
        ? filters.marks.filter(each => each !== mark)
        : [...filters.marks, mark],
    });
  }

  return (
    <div className={classes.bar} role="group" aria-label={t('filter.title')}>
      <ButtonBase
        className={classes.chip}
        aria-pressed={filters.marks.length === 0}
        onClick={() => onChange({ marks: [] })}
      >
        {t('filter.all')} <b>{total}</b>
      </ButtonBase>
      {shown.map(mark => (
        <ButtonBase
          key={mark}
          className={classes.chip}
          aria-pressed={filters.marks.includes(mark)}
          onClick={() => toggle(mark)}
        >
          <OutcomeIcon mark={mark} size={12} />
          {mark === 'waived'
            ? t('categories.waived')
            : getOutcomeLabel(mark, t)}{' '}
          <b>{counts[mark]}</b>
        </ButtonBase>
      ))}
      <span className={classes.space} />
      <PickMenu
        label={t('filter.category')}
        isMultiple
        picked={filters.categories}
        options={categories.map(id => ({
          value: id,
          label: getCategoryTitle(id, t),
        }))}
        onPick={picked =>
          onChange({ categories: categories.filter(id => picked.includes(id)) })
        }
      />
      <PickMenu
        label={t('filter.level')}
        isMultiple
        picked={filters.levels.map(String)}
        options={([1, 2, 3] as const).map(level => ({
          value: String(level),
          label: t('level.short', { level }),
        }))}
        onPick={picked =>
          onChange({
            levels: ([1, 2, 3] as const).filter(level =>
              picked.includes(String(level)),
            ),
          })
        }
      />
      <SearchField
        label={t('filter.findCheck')}
        value={filters.text}
        onChange={text => onChange({ text })}
      />
    </div>
  );
}
