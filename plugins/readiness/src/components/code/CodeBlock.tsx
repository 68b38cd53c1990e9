import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { focusRing, monospace } from '../../theme/mixins';
import { getReadinessPalette } from '../../theme/readinessPalette';

/** A line of code as it is shown. */
export interface CodeLine {
  readonly text: string;
  /** Line number, `+`, or nothing. */
  readonly mark?: string;
  readonly kind?: 'deciding' | 'added';
}

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      margin: 0,
      padding: '6px 0',
      backgroundColor: palette.sunken,
      overflowX: 'auto',
      ...monospace,
      lineHeight: '19px',
      '&:focus-visible': {
        ...focusRing(theme.palette.primary.main),
        outlineOffset: -2,
      },
    },
    line: {
      display: 'block',
      paddingRight: 12,
      whiteSpace: 'pre',
      minWidth: 'max-content',
    },
    mark: {
      display: 'inline-block',
      width: 42,
      paddingRight: 12,
      marginRight: 10,
      textAlign: 'right',
      color: palette.secondary,
      borderRight: `1px solid ${palette.line}`,
      userSelect: 'none',
    },
    deciding: {
      backgroundColor: palette.decidingLine,
      boxShadow: `inset 3px 0 0 ${palette.fail}`,
      fontWeight: 700,
    },
    added: { backgroundColor: palette.added },
  };
});

/** Lines of code that scroll sideways and take the keyboard's focus to do so. */
export function CodeBlock(props: {
  readonly lines: readonly CodeLine[];
  readonly label: string;
}) {
  const { lines, label } = props;
  const classes = useStyles();
  return (
    // What scrolls sideways must take the focus, or keys could not scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.root} tabIndex={0} role="group" aria-label={label}>
      {lines.map((line, index) => (
        <span
          key={index}
          className={classNames(classes.line, line.kind && classes[line.kind])}
        >
          <span className={classes.mark} aria-hidden={line.mark === undefined}>
            {line.mark ?? ' '}
          </span>
          {line.text === '' ? ' ' : line.text}
        </span>
      ))}
    </pre>
  );
}
