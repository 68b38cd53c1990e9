import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Bone } from '../../components/states/Bone';
import { LoadingRegion } from '../../components/states/LoadingRegion';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useGridStyles } from '../grid/gridStyles';
import { useKpiStyles } from '../KpiCard';

const LINES = [60, 48, 66, 48, 60, 48, 76, 48];
const CELLS = Array.from({ length: 15 }, (_, index) => index);

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: 16 },
  cell: {
    height: 34,
    borderRadius: 2,
    backgroundColor: getReadinessPalette(theme).skeleton,
  },
  head: { height: 122 },
}));

/** The heatmap's boxes without words: nothing moves when the data comes. */
export function HeatmapLoading() {
  const kpi = useKpiStyles();
  const grid = useGridStyles();
  const classes = useStyles();
  return (
    <LoadingRegion>
      <div className={classes.root}>
        <Paper className={kpi.root}>
          {[0, 1, 2, 3, 4].map(index => (
            <div key={index} className={kpi.item}>
              <Bone width="40%" height={12} />
              <span style={{ display: 'block', height: 8 }} />
              <Bone width="55%" height={30} />
              <span style={{ display: 'block', height: 8 }} />
              <Bone width="80%" height={12} />
            </div>
          ))}
        </Paper>
        <Paper style={{ paddingBottom: 12 }}>
          <div className={classes.head} />
          {LINES.map((width, line) => (
            <div key={line} className={grid.row}>
              <span className={grid.title}>
                <Bone width={`${width}%`} />
              </span>
              <span className={grid.bar} style={{ padding: '10px 6px' }}>
                <Bone width="100%" />
              </span>
              <span className={grid.score} style={{ padding: '10px 6px' }}>
                <Bone width="100%" />
              </span>
              {CELLS.map(cell => (
                <span
                  key={cell}
                  className={classes.cell}
                  style={{ opacity: [1, 0.5, 0.75][(cell + line) % 3] }}
                />
              ))}
            </div>
          ))}
        </Paper>
      </div>
    </LoadingRegion>
  );
}
