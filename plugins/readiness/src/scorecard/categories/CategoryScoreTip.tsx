import type { ReactElement } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { getCategoryTitle } from '../../components/categoryTitle';
import { formatScore } from '../../format/formatScore';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import type { CategoryView } from '../build/buildCategories';
import {
  buildCategoryArithmetic,
  type CategoryArithmetic,
} from '../build/scoreArithmetic';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    tooltip: {
      maxWidth: 420,
      padding: '10px 12px',
      fontSize: 12,
      fontWeight: 400,
      lineHeight: '18px',
      backgroundColor: palette.tooltip.background,
      color: palette.tooltip.text,
      boxShadow: theme.shadows[8],
    },
    table: { borderCollapse: 'collapse', margin: '4px 0' },
    cell: { padding: '0 16px 0 0' },
    number: { textAlign: 'right', padding: '0 0 0 8px' },
    secondary: { color: palette.tooltipSecondary, margin: 0 },
  };
});

/** The arithmetic behind a category's score, on hover. */
export function CategoryScoreTip(props: {
  readonly category: CategoryView;
  readonly children: ReactElement;
}) {
  const { category, children } = props;
  const classes = useStyles();
  if (category.score === undefined) return children;
  return (
    <Tooltip
      classes={{ tooltip: classes.tooltip }}
      title={<Arithmetic category={category} />}
    >
      <span style={{ justifySelf: 'end', display: 'inline-flex' }}>
        {children}
      </span>
    </Tooltip>
  );
}

function Arithmetic(props: { readonly category: CategoryView }) {
  const { category } = props;
  const classes = useStyles();
  const t = useTranslation();
  const sums: CategoryArithmetic = buildCategoryArithmetic(category.allChecks);
  return (
    <>
      <b>
        {getCategoryTitle(category.id, t)}: {formatScore(category.score)}
      </b>
      <table className={classes.table}>
        <tbody>
          {sums.terms.map(({ check, weight, credit, counted }) => (
            <tr key={check.id}>
              <td className={classes.cell}>{check.title}</td>
              <td className={classes.number}>
                {weight} × {Math.round(credit * 100) / 100}
              </td>
              <td className={classes.number}>
                ÷ {Math.round(counted * 100) / 100}
              </td>
            </tr>
          ))}
          <tr>
            <td className={classes.cell}>
              <b>{t('score.score')}</b>
            </td>
            <td className={classes.number}>
              <b>{Math.round(sums.earned * 100) / 100}</b>
            </td>
            <td className={classes.number}>
              <b>÷ {Math.round(sums.weight * 100) / 100}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={classes.secondary}>{t('score.arithmetic')}</p>
    </>
  );
}
