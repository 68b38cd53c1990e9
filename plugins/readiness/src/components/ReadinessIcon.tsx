import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** A checklist: two lines checked, one open. */
export function ReadinessIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M11 4h11v2H11zm0 7h11v2H11zm0 7h11v2H11zM4.7 8.200 1.500 5l1.400-1.400 1.800 1.800 3.800-3.800L9.900 3zm0 7.100-3.200-3.200 1.400-1.400 1.800 1.800 3.800-3.800 1.400 1.400zM2 17h5v4H2z" />
    </SvgIcon>
  );
}
