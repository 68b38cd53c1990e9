import { useEffect, useState } from 'react';
import InputAdornment from '@material-ui/core/InputAdornment';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { Icon } from '../Icon';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      height: 36,
      minWidth: 160,
      flex: '1 1 160px',
      maxWidth: 260,
      fontSize: 14,
      backgroundColor: theme.palette.background.paper,
      [theme.breakpoints.down('sm')]: { maxWidth: 'none', flexBasis: '100%' },
    },
    outline: { borderColor: palette.strongLine },
    icon: { color: palette.secondary },
    input: {
      padding: '8px 12px 8px 0',
      '&::placeholder': { color: palette.secondary, opacity: 1 },
    },
  };
});

/** A search field that reports a pause in typing. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const classes = useStyles();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text !== value) onChange(text);
    },
    250,
    [text],
  );
  return (
    <OutlinedInput
      classes={{
        root: classes.root,
        input: classes.input,
        notchedOutline: classes.outline,
      }}
      type="search"
      value={text}
      placeholder={label}
      inputProps={{ 'aria-label': label }}
      onChange={event => setText(event.target.value)}
      startAdornment={
        <InputAdornment position="start" className={classes.icon}>
          <Icon name="search" />
        </InputAdornment>
      }
    />
  );
}
