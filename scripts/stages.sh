# For other scripts: runs named stages one after another, times them, and goes
# on after a failure.

failed_stages=()

run_stage() {
  local name=$1 start=$SECONDS
  shift
  echo "── $name"
  if "$@"; then
    echo "── $name: ok ($((SECONDS - start)) s)"
  else
    echo "── $name: FAILED ($((SECONDS - start)) s)"
    failed_stages+=("$name")
  fi
}
