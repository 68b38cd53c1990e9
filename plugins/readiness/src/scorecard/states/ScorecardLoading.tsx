import Paper from '@material-ui/core/Paper';
import { Bone } from '../../components/states/Bone';
import { LoadingRegion } from '../../components/states/LoadingRegion';
import { useSummaryStyles } from '../summary/summaryStyles';

const ROWS: readonly (readonly [string, string])[] = [
  ['18%', '36%'],
  ['14%', '36%'],
  ['16%', '34%'],
];

/** The scorecard's boxes without words: nothing moves when the data comes. */
export function ScorecardLoading() {
  const classes = useSummaryStyles();
  return (
    <LoadingRegion>
      <Paper className={classes.root}>
        {[0, 1, 2, 3, 4].map(index => (
          <div
            key={index}
            className={classes.section}
            style={{ display: 'grid', gap: 8, alignContent: 'start' }}
          >
            <Bone width="45%" height={12} />
            <Bone
              width={index === 3 ? '100%' : '75%'}
              height={index === 3 ? 84 : 32}
            />
            {index !== 3 && <Bone width="90%" />}
            {index !== 3 && index !== 1 && <Bone width="70%" />}
          </div>
        ))}
      </Paper>
      <Paper style={{ marginTop: 16, padding: 20, display: 'grid', gap: 20 }}>
        <Bone width={200} height={24} />
        {ROWS.map(([first, second], index) => (
          <div key={index} style={{ display: 'flex', gap: 24 }}>
            <Bone width={20} />
            <Bone width={first} />
            <Bone width={second} />
          </div>
        ))}
      </Paper>
    </LoadingRegion>
  );
}
