import { makeStyles } from '@material-ui/core/styles';
import { getReadinessPalette } from '../../theme/readinessPalette';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    borderRadius: 3,
    backgroundColor: getReadinessPalette(theme).skeleton,
    animation: '$pulse 1.6s ease-in-out infinite',
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
  '@keyframes pulse': { '50%': { opacity: 0.55 } },
}));

/** A grey box where something will be. */
export function Bone(props: {
  readonly width: number | string;
  readonly height?: number;
}) {
  const classes = useStyles();
  const { width, height = 14 } = props;
  return (
    <span
      className={classes.root}
      style={{ width, height, maxWidth: '100%' }}
    />
  );
}
